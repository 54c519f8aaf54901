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
  more: { readonly fault?: boolean; readonly gift?: boolean } = {},
): CountedFact[] {
  if (lines.length === 0) return [];
  return [orderEvent(type, { ...data, ...more, lines: entriesOf(lines) })];
}

/** Reasons and findings that put the retailer to blame. */
type Finding = EventPayload<'returns.ReturnInspected'>['findings'][number];

/** What the carrier could not deliver is back: nobody asks for it any more, whatever it is good for. */
function cameBack(data: EventPayload<'returns.ReturnInspected'>): CountedFact[] {
  const { orderId, returnId, findings, inspectionId: causeId = returnId, turnedBack } = data;
  if (turnedBack === undefined || findings.length === 0) return [];
  const lines = findings.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  const fault = findings.every((each) => each.fault === true);
  return [orderEvent('orders.LinesCameBack', { ...{ orderId, lines, causeId, fault }, ...turnedBack })];
}

function inspected(data: EventPayload<'returns.ReturnInspected'>): CountedFact[] {
  const { orderId, returnId, findings, inspectionId: causeId = returnId } = data;
  if (data.turnedBack !== undefined) return cameBack(data);
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

type TurnedBack = NonNullable<EventPayload<'returns.ReturnInspected'>['turnedBack']>;

function lostOnTheWay(
  { orderId, returnId, missing }: { orderId: string; returnId: string; missing: readonly Named[] },
  { shipmentId, fulfillmentOrderId }: TurnedBack,
): CountedFact[] {
  if (missing.length === 0) return [];
  const lines = missing.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  const of = fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId };
  return [
    orderEvent('orders.LinesWrittenOff', {
      orderId,
      lines,
      causeId: `${returnId}:missing`,
      shipmentId,
      ...of,
    }),
  ];
}

/** Units on their way back, by entry. The return is the cause, or the inspection of a part of it. */
export const returnFacts: Table = {
  // What a carrier takes back never reached the customer: it counts when it is back.
  'returns.ReturnRequested': ({ orderId, returnId, lines, turnedBack, calledBack, gift }) =>
    turnedBack !== undefined || calledBack === true
      ? []
      : some('orders.ReturnRequested', { orderId, returnId, lines, causeId: returnId }, gift ? { gift } : {}),
  'returns.ReturnCancelled': ({ orderId, returnId, lines }) =>
    some('orders.ReturnWithdrawn', { orderId, returnId, lines, causeId: returnId }),
  'returns.ReturnRejected': ({ orderId, returnId, lines }) =>
    some('orders.ReturnWithdrawn', { orderId, returnId, lines, causeId: returnId }),
  'returns.ReturnReceived': ({ orderId, returnId, lines, missing = [], turnedBack }) =>
    turnedBack !== undefined
      ? lostOnTheWay({ orderId, returnId, missing }, turnedBack)
      : [
          ...some('orders.ReturnArrived', { orderId, returnId, lines, causeId: returnId }),
          ...some('orders.ReturnWithdrawn', {
            orderId,
            returnId,
            lines: missing,
            causeId: `${returnId}:missing`,
          }),
        ],
  'returns.ReturnInspected': (data) => inspected(data),
};
