import { codedError } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { inProgress } from '../../../platform/journal/keyRows.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { Identity } from '../../../schema/identity.ts';
import { refusal, refusalsOf } from '../domain/change.ts';
import type { ChangeAsked, ChangeResult, Failed } from '../domain/changeResult.ts';
import { differenceOf, unitSums, type ChangeSums } from '../domain/changeSums.ts';
import type { OrderState } from '../domain/order.ts';
import type { ConfirmOrderChangeInput, OrderChangeInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChangeDoc } from '../store/changeModel.ts';
import { answerOf } from './cancel.ts';
import { runUnitChange } from './changeUnits.ts';
import { runWayChange } from './changeWay.ts';
import { pricedAdds, readChange, type ReadChange } from './changeWish.ts';
import type { Caller } from './onceOnOrder.ts';
import { changedOrder, isPayable, optionSums, previewChange, type ChangePreview } from './previewChange.ts';

/** What a change came to, with units taken out that whoever holds them has not answered for, or has sent. */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly askedUnits: number; readonly refusedUnits: number }
  | ChangeAsked
  | Failed;

/** Changes of orders after they were placed. */
export interface OrderChanges {
  preview(change: OrderChangeInput, caller: Caller): Promise<ChangePreview>;
  confirm(input: ConfirmOrderChangeInput, caller: Caller): Promise<ChangeOutcome>;
  /** Goes on with a change that a crash, a vanished caller or a slow answer left behind. */
  goOn(changeId: string): Promise<void>;
}

/** How long one caller may work on a change before another may go on with it. */
const leaseMs = 30_000;

/** What a key stands for: a change that was written down, or why there is none. */
type Claimed = { readonly changeId: string } | { readonly refused: Failed };

export function createOrderChanges(
  application: () => OrdersParts,
  idempotency: Idempotency,
  waitMs: number,
): OrderChanges {
  return {
    preview: (change, caller) => previewChange(application(), change, caller),
    confirm: async (input, caller) => {
      const parts = application();
      const { idempotencyKey: key, ...body } = input;
      const scope = { principal: caller.who.subject, operation: 'confirmOrderChange', key, input: body };
      const { result, replay } = await idempotency.once<Claimed>(scope, (tx) =>
        claimChange(parts, input, caller, tx),
      );
      if ('refused' in result) return result.refused;
      parts.crashpoint('change.afterClaim');
      const asked = { changeId: result.changeId, waitMs, mine: !replay };
      const ended = await run(parts, asked).catch(retryable);
      return outcomeOf(parts, input.change.orderId, ended, waitMs);
    },
    goOn: async (changeId) => void (await run(application(), { changeId, waitMs: 0, mine: false })),
  };
}

/** Works on a change from wherever it stands; IDEMPOTENCY_IN_PROGRESS while somebody else does. */
async function run(
  parts: OrdersParts,
  { changeId, waitMs, mine }: { changeId: string; waitMs: number; mine: boolean },
): Promise<ChangeResult | ChangeAsked> {
  const { Change } = parts.models;
  const nowMs = parts.journal.clock.nowMs();
  // Whoever wrote it down has the first lease.
  const lease = mine ? {} : { leaseUntilMs: { $lte: nowMs } };
  const free = builtFilter<ChangeDoc>({ _id: changeId, done: false, ...lease });
  const change = await Change.findOneAndUpdate(
    free,
    { $set: { leaseUntilMs: nowMs + leaseMs } },
    { returnDocument: 'after' },
  ).lean<ChangeDoc>();
  if (change === null) {
    const known = await Change.findOne({ _id: changeId }).lean<ChangeDoc>();
    if (known?.result === undefined) throw inProgress();
    return known.result;
  }
  const running = { parts, change };
  try {
    return await (change.wish.way ? runWayChange(running, waitMs) : runUnitChange(running));
  } finally {
    // Whatever became of it: whoever comes next need not wait.
    await Change.updateOne({ _id: changeId }, { $set: { leaseUntilMs: 0 } });
  }
}

/** A subgraph that did not answer leaves the change open: the same key goes on from there. */
function retryable(error: unknown): never {
  const code = error instanceof SubgraphError ? error.code : '';
  if (code === 'DEADLINE_EXCEEDED' || code === 'SERVICE_UNAVAILABLE' || code === 'CONFLICT')
    throw codedError(code, 'The order is not changed yet; repeat the call with the same idempotency key.');
  throw error;
}

async function outcomeOf(
  parts: OrdersParts,
  orderId: string,
  result: ChangeResult | ChangeAsked,
  waitMs: number,
): Promise<ChangeOutcome> {
  if (result.kind !== 'changed') return result;
  if (result.askId === undefined) return { kind: 'changed', askedUnits: 0, refusedUnits: 0 };
  const { lines, cancelledUnits, refusedUnits } = await answerOf(parts, {
    orderId,
    askId: result.askId,
    waitMs,
  });
  const askedUnits = lines.reduce((sum, line) => sum + line.quantity, 0) - cancelledUnits - refusedUnits;
  return { kind: 'changed', askedUnits, refusedUnits };
}

/** Writes a change down, after everything that can be known to be wrong with it has been said. */
async function claimChange(
  parts: OrdersParts,
  input: ConfirmOrderChangeInput,
  { who, requestId }: Caller,
  { session }: Tx,
): Promise<Claimed> {
  const order = await changedOrder(parts, input.change.orderId, who);
  requireReason(who, order.owner, input.reason);
  if ((input.reason ?? '').length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.', { field: 'reason' });
  const read = await readChange(parts, order, input.change);
  const [late] = refusalsOf(order, read.wish);
  if (late !== undefined) return { refused: { ...late, kind: 'tooLate' } };
  const changeId = parts.newId();
  const lines = await pricedAdds(parts, order, input.change, { changeId, requestId });
  requireHandle(input, read.wish.way || lines.length > 0);
  const sums = read.wish.way
    ? await agreedWay(parts, order, input, requestId)
    : unitSums(order, lines, read.wish.removed);
  if (sums === undefined) return { refused: { ...refusal('DELIVERY', 'PAYMENT_METHOD'), kind: 'tooLate' } };
  requireAgreed(order, sums, input);
  requireToken(sums, input);
  const change = changeOf({ order, read, lines, sums, changeId }, input, who);
  const leaseUntilMs = parts.journal.clock.nowMs() + leaseMs;
  await parts.models.Change.create([{ ...change, leaseUntilMs }], { session });
  return { changeId };
}

function requireHandle({ deliveryOptionHandle }: ConfirmOrderChangeInput, needed: boolean): void {
  if (needed && deliveryOptionHandle == null)
    throw codedError('BAD_USER_INPUT', 'Name the handle that the preview gave.', {
      field: 'deliveryOptionHandle',
    });
}

/** What the option of the handle comes to; undefined when the order's way of paying does not go with it. */
async function agreedWay(
  { promise }: OrdersParts,
  order: OrderState,
  { deliveryOptionHandle }: ConfirmOrderChangeInput,
  requestId: string,
): Promise<ChangeSums | undefined> {
  const terms = await promise.terms(deliveryOptionHandle ?? '', requestId);
  if (terms === null || terms.cartId !== order._id || terms.currency !== order.currency)
    throw codedError(
      'PROMISE_INVALID',
      'This option is over, or is not one of this order; look at it again.',
      {
        field: 'deliveryOptionHandle',
      },
    );
  if (!isPayable(order, terms)) return undefined;
  return optionSums(order, { priceMinor: terms.amountMinor, taxMinor: terms.taxMinor });
}

/** CONFLICT unless the caller agreed to exactly this difference. */
function requireAgreed({ currency }: OrderState, sums: ChangeSums, input: ConfirmOrderChangeInput): void {
  const { amountMinor, currency: named } = input.acceptedDifference;
  const field = 'acceptedDifference';
  if (named !== currency) throw codedError('CURRENCY_MISMATCH', `This order is in ${currency}.`, { field });
  const difference = differenceOf(sums);
  if (amountMinor !== difference)
    throw codedError('CONFLICT', `The difference is ${difference} minor units by now; look at it again.`, {
      field,
    });
}

function requireToken({ extraMinor }: ChangeSums, { paymentToken }: ConfirmOrderChangeInput): void {
  if (extraMinor > 0 && (paymentToken == null || paymentToken === '' || paymentToken.length > 200))
    throw codedError('BAD_USER_INPUT', 'The difference is paid by card: give the provider’s token.', {
      field: 'paymentToken',
    });
}

interface Agreed {
  readonly order: OrderState;
  readonly read: ReadChange;
  readonly lines: ChangeDoc['lines'];
  readonly sums: ChangeSums;
  readonly changeId: string;
}

function changeOf(
  { order, read, lines, sums, changeId: _id }: Agreed,
  input: ConfirmOrderChangeInput,
  { kind, subject: principal }: Identity,
): Omit<ChangeDoc, 'leaseUntilMs'> {
  const { deliveryOptionHandle: handle, windowStartAt, paymentToken: token, reason } = input;
  return {
    ...{ _id, orderId: order._id, principal, lines },
    ...{ wish: read.wish, what: read.what, destination: read.destination },
    by: kind === 'shopper' || kind === 'guest' ? 'CUSTOMER' : 'RETAILER',
    extraMinor: sums.extraMinor,
    ...(read.address === undefined ? {} : { address: read.address }),
    ...(reason == null ? {} : { reason }),
    ...(handle == null ? {} : { handle }),
    ...windowOf(order, read, windowStartAt ?? undefined),
    ...(token == null ? {} : { token }),
    done: false,
  };
}

/** The window chosen; what is added comes in the order's own. */
function windowOf(
  { promise }: OrderState,
  { wish }: ReadChange,
  chosenMs: number | undefined,
): { windowStartAtMs?: number } {
  const startMs = wish.way ? chosenMs : promise.windowStartAtMs;
  return startMs === undefined ? {} : { windowStartAtMs: startMs };
}
