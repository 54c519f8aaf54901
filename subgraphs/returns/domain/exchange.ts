import { exchangeIdOf, foundUnits, returnEvent, type ReturnEvent, type ReturnState } from './return.ts';

/** What adding other units came to. */
export interface ExchangeAnswer {
  readonly added: boolean;
  readonly code: string | null;
  readonly lineIds: readonly string[];
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

/** The exchange is made, or will not be. When the units have been found good already, the rest of their money goes back. */
export function decideExchanged(state: ReturnState, answer: ExchangeAnswer): ReturnEvent[] {
  if (state.exchange?.status !== 'ASKED') return [];
  const ref = { returnId: state._id, orderId: state.orderId };
  const code = codes.find((each) => each === answer.code) ?? 'OUT_OF_STOCK';
  const outcome = answer.added
    ? returnEvent('returns.ExchangeMade', {
        ...{ ...ref, causeId: exchangeIdOf(state._id), lineIds: [...answer.lineIds] },
      })
    : returnEvent('returns.ExchangeRefused', { ...ref, code });
  return isInspected(state) ? [outcome, restOf(state)] : [outcome];
}

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
