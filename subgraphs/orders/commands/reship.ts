import { createHash } from 'node:crypto';
import { notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { decideFacts } from '../domain/facts.ts';
import type { OrderEvent, OrderState } from '../domain/order.ts';
import {
  decideReshipAsk,
  decideReshipped,
  decideReshipRefused,
  heldUnits,
  replacements,
  reshipOutcome,
  type ReshipOutcome,
} from '../domain/reship.ts';
import type { ReshipUnitsInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { holdMore } from './exchange.ts';
import { onceOnOrder, type Caller } from './onceOnOrder.ts';

/** How units that were lost or broken are sent again. */
export interface Reships {
  /** Asks for it and carries it out; what it came to. Repeating the key changes nothing more. */
  ask(input: ReshipUnitsInput, caller: Caller): Promise<{ outcome: ReshipOutcome; lineIds: string[] }>;
  /** Carries out what was asked for. Every step carries the ask's name, so it may be repeated from the start. */
  make(orderId: string, causeId: string): Promise<void>;
}

/** A short name for the ask of a caller's key. */
const nameOf = (words: string): string =>
  `reship-${createHash('sha256').update(words).digest('hex').slice(0, 20)}`;

export const createReships = (application: () => OrdersParts, idempotency: Idempotency): Reships => {
  const make: Reships['make'] = (orderId, causeId) =>
    application().journal.exclusive(`reship:${causeId}`, () => carryOut(application(), orderId, causeId));
  return {
    make,
    ask: async (input, caller) => {
      const parts = application();
      const { kind } = caller.who;
      const by = kind === 'agent' || kind === 'admin' ? kind : ('system' as const);
      const trouble = { trouble: input.trouble, shipmentId: input.shipmentId ?? undefined };
      const name = nameOf(`${input.orderId} ${caller.who.subject} ${input.idempotencyKey}`);
      await onceOnOrder(parts, idempotency, caller, {
        ...{ operation: 'reshipUnits', input },
        decide: (order) => {
          requireReason(caller.who, order.owner, input.reason);
          const wish = { ...trouble, causeId: name, lines: input.lines, reason: input.reason.trim(), by };
          return decideReshipAsk(order, wish, parts.journal.clock.nowMs());
        },
      });
      await make(input.orderId, name);
      const order = await find(parts, input.orderId);
      const lineIds = order.lines.filter(({ addedBy }) => addedBy === name).map(({ lineId }) => lineId);
      return { outcome: reshipOutcome(order, name), lineIds };
    },
  };
};

async function find({ models }: OrdersParts, id: string): Promise<OrderState> {
  const order = await models.Order.findOne({ _id: id }).lean<OrderState>();
  if (order === null) throw notFound('order');
  return order;
}

async function carryOut(parts: OrdersParts, orderId: string, causeId: string): Promise<void> {
  const order = await find(parts, orderId);
  if (reshipOutcome(order, causeId) !== 'ASKED') return;
  const units = heldUnits(order, causeId);
  const refused = (code: 'TURNED_UP' | 'OUT_OF_STOCK') => (now: OrderState) =>
    decideFacts(now, decideReshipRefused(now, causeId, code), parts.journal.clock.nowMs());
  if (units.length === 0) return write(parts, orderId, causeId, refused('TURNED_UP'));
  // Fewer may be left than at an earlier try: those are other units to the catalogue.
  const key = `${causeId}:${units.map(({ quantity }) => quantity).join('-')}`;
  const held = await holdMore(parts, order, key, replacements(order, causeId));
  if (held === undefined) return write(parts, orderId, causeId, refused('OUT_OF_STOCK'));
  const undo = (): Promise<void> =>
    parts.catalog.release(order.reservationId, `${key}:undo`, held.units, causeId);
  let changed = false;
  await write(parts, orderId, causeId, (now) => {
    changed = JSON.stringify(heldUnits(now, causeId)) !== JSON.stringify(units);
    return changed ? [] : decideReshipped(now, causeId, held);
  });
  if (!changed) return;
  await undo();
  throw new Error('Units turned up while they were being sent again.');
}

async function write(
  { journal, orders }: OrdersParts,
  id: string,
  cause: string,
  decide: (order: OrderState) => OrderEvent[],
): Promise<void> {
  await runDecision(journal, orders, {
    ...{ id, actor: 'system:orders', cause },
    decide: (order) => (order === undefined ? [] : decide(order)),
  });
}
