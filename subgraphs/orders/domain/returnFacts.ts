import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import { orderEvent, type CountedFact } from './order.ts';

type Table = { readonly [N in EventName]?: { of(data: EventPayload<N>): readonly CountedFact[] }['of'] };
type Named = {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly entryId?: string | undefined;
};
type ReturnFact =
  | 'orders.ReturnRequested'
  | 'orders.ReturnWithdrawn'
  | 'orders.ReturnArrived'
  | 'orders.LinesReturned'
  | 'orders.ReturnRefused';

const entriesOf = (lines: readonly Named[]) =>
  lines.map(({ lineId, sku, quantity, entryId }) => ({
    ...{ lineId, sku, quantity },
    ...(entryId === undefined ? {} : { entryId }),
  }));

/** The fact, if there are units for it. */
function some(
  type: ReturnFact,
  { lines, ...data }: { orderId: string; returnId: string; causeId: string; lines: readonly Named[] },
  more: { readonly fault?: boolean } = {},
): CountedFact[] {
  if (lines.length === 0) return [];
  return [orderEvent(type, { ...data, ...more, lines: entriesOf(lines) })];
}

/** Reasons and findings that put the retailer to blame. */
type Finding = EventPayload<'returns.ReturnInspected'>['findings'][number];

function inspected(data: EventPayload<'returns.ReturnInspected'>): CountedFact[] {
  const { orderId, returnId, findings, inspectionId: causeId = returnId } = data;
  const facts = (
    type: ReturnFact,
    test: (finding: Finding) => boolean,
    more: { causeId: string; fault?: boolean },
  ) => {
    const { causeId: cause, ...rest } = more;
    return some(type, { orderId, returnId, causeId: cause, lines: findings.filter(test) }, rest);
  };
  const isRefused = ({ disposition }: Finding): boolean => disposition === 'REFUSE';
  return [
    ...facts('orders.LinesReturned', (each) => !isRefused(each) && each.fault !== true, { causeId }),
    ...facts('orders.LinesReturned', (each) => !isRefused(each) && each.fault === true, {
      ...{ causeId: `${causeId}:fault`, fault: true },
    }),
    // Refused units go back to the customer: they are neither returned, nor refunded, nor sold again.
    ...facts('orders.ReturnRefused', isRefused, { causeId }),
  ];
}

/** Units on their way back, by entry. The return is the cause, or the inspection of a part of it. */
export const returnFacts: Table = {
  'returns.ReturnRequested': ({ orderId, returnId, lines }) =>
    some('orders.ReturnRequested', { orderId, returnId, lines, causeId: returnId }),
  'returns.ReturnCancelled': ({ orderId, returnId, lines }) =>
    some('orders.ReturnWithdrawn', { orderId, returnId, lines, causeId: returnId }),
  'returns.ReturnRejected': ({ orderId, returnId, lines }) =>
    some('orders.ReturnWithdrawn', { orderId, returnId, lines, causeId: returnId }),
  'returns.ReturnReceived': ({ orderId, returnId, lines, missing = [] }) => [
    ...some('orders.ReturnArrived', { orderId, returnId, lines, causeId: returnId }),
    ...some('orders.ReturnWithdrawn', { orderId, returnId, lines: missing, causeId: `${returnId}:missing` }),
  ],
  'returns.ReturnInspected': (data) => inspected(data),
};
