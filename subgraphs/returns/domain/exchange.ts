import {
  exchangeIdOf,
  foundUnits,
  isExchangeOpen,
  returnEvent,
  type ReturnEvent,
  type ReturnState,
} from './return.ts';

/** What adding other units came to. */
export interface ExchangeAnswer {
  readonly added: boolean;
  readonly code: string | null;
  readonly lineIds: readonly string[];
  /** What it costs more, in minor units, where that is not paid. */
  readonly missingMinor: number | null;
}

const codes = [
  'OUT_OF_STOCK',
  'PAYMENT_REQUIRED',
  'PAYMENT_DECLINED',
  'UNKNOWN_SKU',
  'NOT_ACCEPTED',
] as const;

/** Has every unit that arrived been looked at? */
const isInspected = ({ status, lines }: ReturnState): boolean =>
  status === 'INSPECTED' && lines.every((line) => line.received === foundUnits(line));

/**
 * The exchange is made, or will not be. When the units have been found good already, the rest of their money goes back.
 * One that costs more and is not paid waits for its customer until `payByMs`; undefined when it waits for nobody.
 */
export function decideExchanged(
  state: ReturnState,
  answer: ExchangeAnswer,
  payByMs: number | undefined,
): ReturnEvent[] {
  if (!isExchangeOpen(state)) return [];
  const ref = { returnId: state._id, orderId: state.orderId };
  if (answer.added) {
    const made = { ...ref, causeId: exchangeIdOf(state._id), lineIds: [...answer.lineIds] };
    return withRest(state, returnEvent('returns.ExchangeMade', made));
  }
  const isUnpaid = answer.code === 'PAYMENT_REQUIRED' || answer.code === 'PAYMENT_DECLINED';
  if (isUnpaid && state.exchange?.status === 'PAYMENT_DUE') return [];
  if (isUnpaid && payByMs !== undefined && isInspected(state)) {
    const amount = { amountMinor: answer.missingMinor ?? 0, currency: state.currency };
    return [returnEvent('returns.ExchangePaymentAsked', { ...ref, amount, payByMs })];
  }
  const code = codes.find((each) => each === answer.code) ?? 'OUT_OF_STOCK';
  return withRest(state, returnEvent('returns.ExchangeRefused', { ...ref, code }));
}

/** Nobody has paid what it costs more: the money of what came back goes back. Nothing before that time. */
export function decideUnpaid(state: ReturnState, nowMs: number): ReturnEvent[] {
  const due = state.exchange?.due;
  if (due === undefined || due.payByMs > nowMs) return [];
  const ref = { returnId: state._id, orderId: state.orderId };
  return withRest(state, returnEvent('returns.ExchangeRefused', { ...ref, code: 'PAYMENT_REQUIRED' }));
}

const withRest = (state: ReturnState, outcome: ReturnEvent): ReturnEvent[] =>
  isInspected(state) ? [outcome, restOf(state)] : [outcome];

function restOf(state: ReturnState): ReturnEvent {
  const { _id: returnId, orderId, costMinor, currency, inspections = 1 } = state;
  const lines = state.lines.flatMap(({ entryId, lineId, sku, dispositions }) => {
    const good = dispositions.filter(({ disposition }) => disposition !== 'REFUSE');
    const quantity = good.reduce((sum, each) => sum + each.quantity, 0);
    return quantity === 0 ? [] : [{ entryId, lineId, sku, quantity }];
  });
  const causeId = inspections === 1 ? returnId : `${returnId}:${inspections}`;
  const cost = { amountMinor: costMinor, currency };
  return returnEvent('returns.RefundRequested', { returnId, orderId, lines, causeId, cost });
}

/** Units that are good and pay for others: those found good, or all while they are on their way. */
export const payingEntries = ({ lines, status }: ReturnState) =>
  lines
    .map(({ entryId, lineId, sku, quantity, dispositions }) => {
      const good = dispositions.filter(({ disposition }) => disposition !== 'REFUSE');
      const found = good.reduce((sum, each) => sum + each.quantity, 0);
      return { entryId, lineId, sku, quantity: status === 'INSPECTED' ? found : quantity };
    })
    .filter(({ quantity }) => quantity > 0);
