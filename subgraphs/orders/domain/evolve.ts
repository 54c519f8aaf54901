import { withAsk } from './cancelAsk.ts';
import { countersOf, type UnitsByLine } from './counters.ts';
import { ledgerFaults } from './ledger/invariants.ts';
import { nextLook } from './ledger/reconcile.ts';
import { foldLedger, ledgerOf } from './ledgerFold.ts';
import { causeKey } from './causes.ts';
import { withReplan, withoutChange } from './replanned.ts';
import { stuckMoney } from './stuckMoney.ts';
import { refusedReship, withReship } from './evolveReships.ts';
import { isCollected, withoutUnits } from './shipments.ts';
import { withUnits } from './moreLines.ts';
import type { Ledger } from './ledger/ledger.ts';
import { chargeOf, withPayment } from './payments.ts';
import {
  isOpenAuthorisation,
  type CountedFact,
  type OrderEvent,
  type OrderLine,
  type OrderState,
} from './order.ts';

type Data<N extends OrderEvent['type']> = Extract<OrderEvent, { type: N }>['data'];

/** Folds one event into an order. Throws if its ledger would lie: then the event is wrong and must not be written. */
export function evolveOrder(state: OrderState | undefined, event: OrderEvent, at: number): OrderState {
  if (event.type === 'orders.OrderPlaced') return placed(event.data);
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of an order.`);
  const next = fold(state, event, at);
  const ledger = foldLedger(state.ledger, event, at);
  if (ledger === state.ledger) return next;
  const faults = ledgerFaults(ledger);
  if (faults.length > 0) throw new Error(`${event.type} would break the ledger: ${faults.join('; ')}.`);
  const lines = next.lines.map((line) => ({ ...line, counters: countersOf(ledger, line.lineId) }));
  const { settleAtMs: _before, stuck: _stuck, stuckSinceMs = at, ...rest } = next;
  const settleAtMs = nextLook(ledger);
  const stuck = stuckMoney(ledger);
  return {
    ...{ ...rest, ledger, lines },
    ...(settleAtMs === undefined ? {} : { settleAtMs }),
    ...(stuck.length === 0 ? {} : { stuck, stuckSinceMs }),
  };
}

function placed(data: Data<'orders.OrderPlaced'>): OrderState {
  const ledger = ledgerOf(data);
  const { externalReference, paymentMethod, adjustments, promotionCodes } = data;
  return {
    _id: data.orderId,
    number: data.number,
    owner: data.owner,
    channel: data.channel,
    ...(externalReference === undefined ? {} : { externalReference }),
    ...(data.review === true ? { review: true } : {}),
    ...(data.placedBy === undefined ? {} : { placedBy: data.placedBy }),
    ...(data.soldBy === undefined ? {} : { soldBy: data.soldBy }),
    ...(data.giftLines === undefined ? {} : { giftLines: data.giftLines }),
    currency: data.currency,
    locale: data.locale,
    placedAtMs: data.placedAtMs,
    ledger,
    lines: linesOf(data, ledger),
    destination: data.destination,
    promise: data.promise,
    currentLatestAtMs: data.promise.latestAtMs,
    deliveryMinor: data.delivery.amountMinor,
    deliveryTaxMinor: data.deliveryTax.amountMinor,
    totalMinor: data.total.amountMinor,
    reservationId: data.reservationId,
    ...(paymentMethod === undefined ? {} : { paymentMethod }),
    shipments: data.shipments,
    ...(adjustments === undefined ? {} : { adjustments }),
    ...(promotionCodes === undefined ? {} : { promotionCodes }),
    locationIds: locationsOf(data),
    payments: [],
    confirmed: false,
    causes: [],
    refundedReturns: [],
  };
}

const linesOf = ({ lines }: Data<'orders.OrderPlaced'>, ledger: Ledger): OrderLine[] =>
  lines.map(({ lineId, sku, unitPriceMinor, taxBasisPoints, customisation }) => ({
    ...{ lineId, sku, unitPriceMinor, taxBasisPoints },
    ...(customisation === undefined ? {} : { customisation }),
    counters: countersOf(ledger, lineId),
  }));

/** Whose associates may see the order: those who send it, and those of the stores where it is sold and collected. */
function locationsOf({ shipments, promise, soldBy }: Data<'orders.OrderPlaced'>): string[] {
  const collectAt = isCollected(promise) && promise.collectAtId !== undefined ? [promise.collectAtId] : [];
  const soldAt = soldBy === undefined ? [] : [soldBy.locationId];
  return [...new Set([...shipments.map((shipment) => shipment.locationId), ...collectAt, ...soldAt])];
}

/** Until an order is confirmed nobody works on it: what is cancelled before is not asked of any location. */
const withPlan = (state: OrderState, units: UnitsByLine): OrderState =>
  state.confirmed ? state : { ...state, shipments: withoutUnits(state.shipments, units).kept };

/** Remembers a fact by its cause; the same state if it was known. */
function count(state: OrderState, kind: string, data: { causeId: string }): OrderState {
  const cause = causeKey(kind, data.causeId);
  return state.causes.includes(cause) ? state : { ...state, causes: [...state.causes, cause] };
}

type Later = Exclude<OrderEvent, { type: 'orders.OrderPlaced' }>;

function fold(state: OrderState, event: Later, at: number): OrderState {
  switch (event.type) {
    case 'orders.OrderConfirmed': {
      const { heldReason: _over, ...rest } = state;
      return { ...rest, confirmed: true, shipments: event.data.shipments };
    }
    case 'orders.OrderHeld':
      return { ...state, heldReason: event.data.reason };
    case 'orders.HoldRejected': {
      // An open payment is still to be answered: its hold ends with the answer.
      if (state.payments.some(isOpenAuthorisation)) return state;
      const { heldReason: _over, ...rest } = state;
      return rest;
    }
    // Of some the ledger alone takes note.
    case 'orders.CollectorAllowed':
    case 'orders.HoldReleased':
    case 'orders.ParcelMoved':
    case 'orders.DeliveryGivenBack':
    case 'orders.CreditMoved':
    case 'orders.MoneyEscalated':
    case 'orders.AuthorizationLapsed':
    case 'orders.GoodwillGranted':
    case 'orders.AddressChanged':
      return state;
    case 'orders.RefundGranted': {
      const { causeId, returnId } = event.data;
      return causeId === returnId
        ? state
        : { ...state, grants: [...(state.grants ?? []), { causeId, returnId }] };
    }
    case 'orders.UnitsAdded':
      return withUnits(state, event.data);
    case 'orders.DeliveryAtRisk': {
      const { shipmentId, expectedAtMs } = event.data;
      const others = (state.expected ?? []).filter((each) => each.shipmentId !== shipmentId);
      return { ...state, expected: [...others, { shipmentId, atMs: expectedAtMs }] };
    }
    case 'orders.OrderRepromised':
      return { ...state, currentLatestAtMs: Math.max(state.currentLatestAtMs, event.data.latestAtMs) };
    case 'orders.PaymentChanged':
      return { ...state, payments: withPayment(state.payments, event.data, at) };
    case 'orders.PaymentRecorded':
      return { ...state, payments: withPayment(state.payments, chargeOf(event.data), event.data.takenAtMs) };
    case 'orders.PaymentDue':
      return count(state, event.type, event.data);
    case 'orders.MoneyGivenBack': {
      const { causeId, paymentIds } = event.data;
      return { ...state, givenBack: [...(state.givenBack ?? []), { causeId, paymentIds }] };
    }
    case 'orders.OrderDelivered':
      return { ...state, deliveredAtMs: event.data.deliveredAtMs };
    case 'orders.RefundDone':
      return {
        ...state,
        refundedReturns: [...state.refundedReturns, event.data.causeId ?? event.data.returnId],
      };
    default:
      return foldUnits(state, event, at);
  }
}

/** Facts about units: counted once per cause. */
function foldUnits(state: OrderState, event: CountedFact, at: number): OrderState {
  const next = count(state, event.type, event.data);
  if (event.type === 'orders.CancelAsked') return withAsk(next, event, at);
  if (event.type === 'orders.ChangeAsked') {
    const asked = withAsk(next, event, at);
    return next === state ? asked : { ...asked, changing: event.data.causeId };
  }
  if (event.type === 'orders.CancelRefused') return next === state ? state : withAsk(next, event, at);
  if (event.type === 'orders.LinesRecalled') {
    if (next === state) return state;
    const { waited, lines } = event.data;
    return withAsk(waited === true ? waitingNoMore(next, lines) : next, event, at);
  }
  if (event.type === 'orders.LinesCancelled') {
    const gone = cancelled(state, next, event.data);
    return next === state ? gone : withAsk(gone, event, at);
  }
  switch (event.type) {
    case 'orders.ReshipAsked':
      return next === state ? state : withReship(next, event.data);
    case 'orders.ReshipRefused':
      return refusedReship(next, event.data);
    case 'orders.UnitsReshipped':
      return { ...next, currentLatestAtMs: Math.max(state.currentLatestAtMs, event.data.latestAtMs) };
    case 'orders.LinesReleased': {
      const { locationId } = event.data;
      const known = locationId === undefined || state.locationIds.includes(locationId);
      return known ? next : { ...next, locationIds: [...state.locationIds, locationId] };
    }
    case 'orders.LinesShipped':
      return event.data.collection && next !== state ? withReady(next, event.data.lines, at) : next;
    case 'orders.LinesReadyToCollect':
      return next === state ? state : withReady(next, event.data.lines, at);
    case 'orders.ReturnRequested': {
      const { gift, returnId = event.data.causeId } = event.data;
      const isGift = gift === true && next !== state;
      return isGift ? { ...next, giftReturns: [...(state.giftReturns ?? []), returnId] } : next;
    }
    case 'orders.OrderReplanned':
      return next === state ? state : withReplan(next, event.data);
    case 'orders.ChangeUndone':
      return next === state ? state : withoutChange(next);
    default:
      return next;
  }
}

function cancelled(state: OrderState, counted: OrderState, data: Data<'orders.LinesCancelled'>): OrderState {
  const isNew = counted !== state;
  if (data.by === 'NOT_COLLECTED') return isNew ? waitingNoMore(counted, data.lines) : state;
  const planned = isNew ? withPlan(counted, data.lines) : state;
  const { heldReason, ...rest } =
    isNew && data.waited === true ? waitingNoMore(planned, data.lines) : planned;
  const stillHeld = heldReason !== undefined && data.by !== 'PAYMENT';
  return stillHeld ? { ...rest, heldReason } : rest;
}

/** Units that waited in a store do so no longer. */
function waitingNoMore(state: OrderState, lines: UnitsByLine): OrderState {
  if (state.ready === undefined) return state;
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { ...state, ready: { ...state.ready, units: Math.max(0, state.ready.units - units) } };
}

const withReady = (state: OrderState, units: UnitsByLine, at: number): OrderState => ({
  ...state,
  ready: {
    units: units.reduce((sum, line) => sum + line.quantity, state.ready?.units ?? 0),
    atMs: Math.max(at, state.ready?.atMs ?? 0),
  },
});
