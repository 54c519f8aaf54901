import { applyUnits, counterFaults, counterRules, newCounters, type UnitsByLine } from './counters.ts';
import { isCollected, withoutUnits } from './shipments.ts';
import type { LineCounters, OrderEvent, OrderState, Payment } from './order.ts';

type Data<N extends OrderEvent['type']> = Extract<OrderEvent, { type: N }>['data'];

/** Folds one event into an order. Throws if a counter would lie: then the event is wrong and must not be written. */
export function evolveOrder(state: OrderState | undefined, event: OrderEvent, at: number): OrderState {
  if (event.type === 'orders.OrderPlaced') return placed(event.data);
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of an order.`);
  const next = fold(state, event, at);
  for (const line of next.lines) {
    const faults = counterFaults(line.counters);
    if (faults.length > 0)
      throw new Error(`${event.type} would break line ${line.lineId}: ${faults.join('; ')}.`);
  }
  return next;
}

function placed(data: Data<'orders.OrderPlaced'>): OrderState {
  const future = new Map<string, number>();
  for (const line of data.shipments.flatMap((shipment) => shipment.lines))
    if (line.future) future.set(line.lineId, (future.get(line.lineId) ?? 0) + line.quantity);
  return {
    _id: data.orderId,
    number: data.number,
    owner: data.owner,
    channel: data.channel,
    ...(data.externalReference === undefined ? {} : { externalReference: data.externalReference }),
    currency: data.currency,
    locale: data.locale,
    placedAtMs: data.placedAtMs,
    lines: data.lines.map(({ lineId, sku, quantity, unitPriceMinor, taxBasisPoints, customisation }) => ({
      ...{ lineId, sku, unitPriceMinor, taxBasisPoints },
      ...(customisation === undefined ? {} : { customisation }),
      counters: newCounters(quantity, Math.min(quantity, future.get(lineId) ?? 0)),
    })),
    destination: data.destination,
    promise: data.promise,
    currentLatestAtMs: data.promise.latestAtMs,
    deliveryMinor: data.delivery.amountMinor,
    deliveryTaxMinor: data.deliveryTax.amountMinor,
    totalMinor: data.total.amountMinor,
    reservationId: data.reservationId,
    ...(data.paymentMethod === undefined ? {} : { paymentMethod: data.paymentMethod }),
    shipments: data.shipments,
    locationIds: [
      ...new Set([
        ...data.shipments.map((shipment) => shipment.locationId),
        ...(isCollected(data.promise) && data.promise.collectAtId !== undefined
          ? [data.promise.collectAtId]
          : []),
      ]),
    ],
    payments: [],
    confirmed: false,
    causes: [],
    refundedReturns: [],
  };
}

/** Until an order is confirmed nobody works on it: what is cancelled before is not asked of any location. */
const withPlan = (state: OrderState, units: UnitsByLine): OrderState =>
  state.confirmed ? state : { ...state, shipments: withoutUnits(state.shipments, units).kept };

/** Counts units of a fact once per cause. */
function count(
  state: OrderState,
  kind: string,
  data: { lines: UnitsByLine; causeId: string },
  rule: (c: LineCounters, units: number) => LineCounters,
): OrderState {
  const cause = causeKey(kind, data.causeId);
  if (state.causes.includes(cause)) return state;
  return { ...state, lines: applyUnits(state.lines, data.lines, rule), causes: [...state.causes, cause] };
}

/** Name under which a fact is remembered as counted. */
export const causeKey = (kind: string, causeId: string): string => `${kind}:${causeId}`;

function fold(
  state: OrderState,
  event: Exclude<OrderEvent, { type: 'orders.OrderPlaced' }>,
  at: number,
): OrderState {
  switch (event.type) {
    case 'orders.OrderConfirmed': {
      const { heldReason: _over, ...rest } = state;
      return { ...rest, confirmed: true };
    }
    case 'orders.OrderHeld':
      return { ...state, heldReason: event.data.reason };
    case 'orders.LinesCancelled': {
      if (event.data.by === 'NOT_COLLECTED') return recalled(state, event.data);
      const counted = count(state, event.type, event.data, counterRules.cancel);
      const { heldReason, ...rest } = counted === state ? state : withPlan(counted, event.data.lines);
      const stillHeld = heldReason !== undefined && event.data.by !== 'PAYMENT';
      return stillHeld ? { ...rest, heldReason } : rest;
    }
    case 'orders.LinesReleased': {
      const { locationId } = event.data;
      const next = count(state, event.type, event.data, counterRules.release);
      const known = locationId === undefined || state.locationIds.includes(locationId);
      return known ? next : { ...next, locationIds: [...state.locationIds, locationId] };
    }
    case 'orders.LinesRerouted':
      return count(state, event.type, event.data, (c) => c);
    case 'orders.LinesPicked':
      return count(state, event.type, event.data, counterRules.pick);
    case 'orders.LinesPacked':
      return count(state, event.type, event.data, counterRules.pack);
    case 'orders.LinesShipped': {
      const next = count(state, event.type, event.data, counterRules.ship);
      return event.data.collection && next !== state ? withReady(next, event.data.lines, at) : next;
    }
    case 'orders.CollectionReminded':
      return count(state, event.type, event.data, (c) => c);
    case 'orders.LinesReadyToCollect': {
      const next = count(state, event.type, event.data, (c) => c);
      return next === state ? state : withReady(next, event.data.lines, at);
    }
    case 'orders.LinesDelivered':
      return count(state, event.type, event.data, counterRules.deliver);
    case 'orders.LinesWrittenOff':
      return count(state, event.type, event.data, counterRules.writeOff);
    case 'orders.ReturnRequested':
      return count(state, event.type, event.data, counterRules.requestReturn);
    case 'orders.ReturnWithdrawn':
      return count(state, event.type, event.data, counterRules.withdrawReturn);
    case 'orders.LinesReturned':
      return count(state, event.type, event.data, counterRules.takeBack);
    case 'orders.ReturnArrived':
      return count(state, event.type, event.data, (c) => c);
    case 'orders.ReturnRefused':
      return count(state, event.type, event.data, counterRules.withdrawReturn);
    case 'orders.ParcelMoved':
      return state;
    case 'orders.OrderRepromised':
      return { ...state, currentLatestAtMs: Math.max(state.currentLatestAtMs, event.data.latestAtMs) };
    case 'orders.PaymentChanged':
      return { ...state, payments: withPayment(state.payments, event.data, at) };
    case 'orders.OrderDelivered':
      return { ...state, deliveredAtMs: event.data.deliveredAtMs };
    case 'orders.RefundDone':
      return { ...state, refundedReturns: [...state.refundedReturns, event.data.returnId] };
    default:
      return event satisfies never;
  }
}

/** Units that waited in a store do so no longer. */
function recalled(state: OrderState, data: Data<'orders.LinesCancelled'>): OrderState {
  const next = count(state, 'orders.LinesCancelled', data, counterRules.recall);
  if (next === state || state.ready === undefined) return next;
  const units = data.lines.reduce((sum, line) => sum + line.quantity, 0);
  return { ...next, ready: { ...state.ready, units: Math.max(0, state.ready.units - units) } };
}

const withReady = (state: OrderState, units: UnitsByLine, at: number): OrderState => ({
  ...state,
  ready: {
    units: units.reduce((sum, line) => sum + line.quantity, state.ready?.units ?? 0),
    atMs: Math.max(at, state.ready?.atMs ?? 0),
  },
});

function withPayment(
  payments: readonly Payment[],
  data: Data<'orders.PaymentChanged'>,
  at: number,
): Payment[] {
  const { orderId: _order, amount, ...rest } = data;
  const before = payments.find((payment) => payment.paymentId === data.paymentId);
  const payment = { ...rest, amountMinor: amount.amountMinor, atMs: before?.atMs ?? at } as Payment;
  return before === undefined
    ? [...payments, payment]
    : payments.map((each) => (each === before ? payment : each));
}
