import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { nameWordsOf } from '../domain/contact.ts';
import { orderEvent } from '../domain/order.ts';
import { isCollected } from '../domain/shipments.ts';
import type { AllowCollectorInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { CollectionDoc } from '../store/collectionModel.ts';
import type { OrderAddressDoc, OrderDoc } from '../store/models.ts';
import { forgetTry, mayTry } from './attempts.ts';
import type { Caller } from './onceOnOrder.ts';

/** Digits are read out and typed without mistakes. */
const codeLength = 6;
/** Most others who may collect one order. */
const maxCollectors = 5;

/** What the counter knows of whoever wants to collect. */
export interface CollectionProof {
  readonly code: string;
  readonly name?: string | null | undefined;
}

/** How an order is handed out at a counter. */
export interface Collections {
  /** What is shown at the counter; null for orders that nobody collects. Made when it is first asked for. */
  of(order: OrderDoc): Promise<CollectionDoc | null>;
  /** Lets somebody else collect. */
  allow(input: AllowCollectorInput, caller: Caller): Promise<void>;
  /** Is this the code of the order, and the name one that may collect? TOO_MANY_ATTEMPTS after some wrong ones. */
  check(orderId: string, proof: CollectionProof): Promise<boolean>;
}

const sameName = (one: string, other: string): boolean => {
  const words = nameWordsOf(one);
  return words.length > 0 && words.sort().join(' ') === nameWordsOf(other).sort().join(' ');
};

export function createCollections(
  application: () => OrdersParts,
  idempotency: Idempotency,
  newDigit: () => number,
): Collections {
  const codeOf = async (orderId: string): Promise<CollectionDoc> => {
    const { Collection } = application().models;
    const code = Array.from({ length: codeLength }, newDigit).join('');
    try {
      await Collection.updateOne(
        { _id: orderId },
        { $setOnInsert: { code, collectors: [] } },
        { upsert: true },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    return (
      (await Collection.findOne({ _id: orderId }).lean<CollectionDoc>()) ?? {
        _id: orderId,
        code,
        collectors: [],
      }
    );
  };
  return {
    of: async (order) => (isCollected(order.promise) ? codeOf(order._id) : null),
    allow: (input, caller) => allowCollector(application(), idempotency, input, caller, codeOf),
    check: async (orderId, { code, name }) => {
      const { models, settings, journal } = application();
      const { lookUpAttempts: most, lookUpLockMinutes } = settings.current();
      const key = `collection:${orderId}`;
      const limit = { most, lockMs: lookUpLockMinutes * 60_000 };
      if (!(await mayTry(models, key, limit, journal.clock.nowMs())))
        throw codedError('TOO_MANY_ATTEMPTS', 'Too many wrong codes; try again later or check who it is.');
      const known = await codeOf(orderId);
      if (code.replace(/\s/g, '') !== known.code) return false;
      const recipient = await models.OrderAddress.findOne({ _id: orderId }).lean<OrderAddressDoc>();
      const names = [...(recipient === null ? [] : [recipient.name]), ...known.collectors];
      if (name != null && !names.some((each) => sameName(each, name))) return false;
      await forgetTry(models, key);
      return true;
    },
  };
}

async function allowCollector(
  { models, journal, orders }: OrdersParts,
  idempotency: Idempotency,
  { idempotencyKey: key, ...input }: AllowCollectorInput,
  { who, requestId }: Caller,
  codeOf: (orderId: string) => Promise<CollectionDoc>,
): Promise<void> {
  const name = input.name.trim().replace(/\s+/g, ' ');
  if (nameWordsOf(name).length === 0 || name.length > 200)
    throw codedError('BAD_USER_INPUT', 'A name is 1 to 200 characters long.', { field: 'name' });
  const order = await models.Order.findOne({ _id: input.orderId }).lean<OrderDoc>();
  if (order === null || !mayReadRow(who, order)) throw notFound('order');
  requireReason(who, order.owner, input.reason);
  if (!isCollected(order.promise))
    throw codedError('INVALID_TRANSITION', 'Nobody collects this order: it is sent.');
  await codeOf(order._id);
  const scope = { principal: who.subject, operation: 'allowCollector', key, input };
  await idempotency.once(scope, async (tx) => {
    const { session } = tx;
    const now = await models.Collection.findOne({ _id: order._id }).session(session).lean<CollectionDoc>();
    const others = now?.collectors ?? [];
    if (others.some((each) => sameName(each, name))) return {};
    if (others.length >= maxCollectors)
      throw codedError('BAD_USER_INPUT', `At most ${maxCollectors} others may collect an order.`, {
        field: 'name',
      });
    await models.Collection.updateOne(
      { _id: order._id },
      { $set: { collectors: [...others, name] } },
      { session },
    );
    await runDecision(journal, orders, {
      ...{ id: order._id, actor: who.subject, cause: requestId, tx },
      // The name stays out of the journal: it is personal.
      decide: () => [
        orderEvent('orders.CollectorAllowed', { orderId: order._id, collectors: others.length + 1 }),
      ],
    });
    return {};
  });
}
