import type { EventPayload } from '../../../schema/events/registry.ts';
import { entryIdOf } from './entries.ts';
import {
  foundUnits,
  type ReturnEvent,
  type ReturnExchange,
  type ReturnLine,
  type ReturnState,
} from './return.ts';

type Data<N extends ReturnEvent['type']> = EventPayload<N>;

function requested(data: Data<'returns.ReturnRequested'>, at: number): ReturnState {
  const { returnId, number, orderId, owner, channel, method, cost } = data;
  return {
    _id: returnId,
    ...{ number, orderId, owner, channel, method, status: 'REQUESTED' },
    ...{ currency: cost.currency, costMinor: cost.amountMinor },
    ...(data.exchange === undefined
      ? {}
      : { exchange: { ...data.exchange, status: 'ASKED' as const, lineIds: [] } }),
    ...(data.locale === undefined ? {} : { locale: data.locale }),
    ...(data.placeId === undefined ? {} : { placeId: data.placeId }),
    ...(data.pickup === undefined ? {} : { pickup: data.pickup }),
    ...(data.turnedBack === undefined ? {} : { turnedBack: data.turnedBack }),
    lines: data.lines.map(({ entryId, lineId, sku, quantity, reason, unitPriceMinor }, n) => ({
      ...(unitPriceMinor === undefined ? {} : { unitPriceMinor }),
      entryId: entryId ?? entryIdOf(returnId, n),
      ...{ lineId, sku, quantity, reason, received: 0, dispositions: [] },
    })),
    requestedAtMs: at,
  };
}

/** Folds one event into a return. */
export function evolveReturn(state: ReturnState | undefined, event: ReturnEvent, at: number): ReturnState {
  if (event.type === 'returns.ReturnRequested') return requested(event.data, at);
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a return.`);
  switch (event.type) {
    case 'returns.ReturnAuthorized':
      return { ...state, status: 'AUTHORIZED' };
    case 'returns.LabelIssued':
      return {
        ...{ ...state, status: 'LABEL_ISSUED', shipmentId: event.data.shipmentId },
        ...(event.data.locationId === undefined ? {} : { locationId: event.data.locationId }),
      };
    case 'returns.ReturnInTransit':
      return { ...state, status: 'IN_TRANSIT' };
    case 'returns.ReturnReceived':
      return received(state, event.data);
    case 'returns.ReturnInspected':
      return inspected(state, event.data);
    case 'returns.RefundRequested': {
      const causeId = event.data.causeId ?? state._id;
      const next = { ...state, refundsOpen: [...(state.refundsOpen ?? []), causeId] };
      return event.data.early === true ? { ...next, early: true } : next;
    }
    case 'returns.ReturnPartlyRefunded':
      return refunded(state, event.data.causeId, (state.refundMinor ?? 0) + event.data.amount.amountMinor);
    case 'returns.ReturnRefunded': {
      const { causeId, amount } = event.data;
      const done = refunded(state, causeId ?? state._id, amount.amountMinor);
      return { ...done, status: 'REFUNDED', refundedAtMs: at };
    }
    case 'returns.ExchangePaymentAsked':
    case 'returns.ExchangeMade':
    case 'returns.ExchangeRefused':
      return state.exchange === undefined
        ? state
        : { ...state, exchange: exchangeAfter(state.exchange, event) };
    case 'returns.ReturnLost':
      return { ...state, status: 'LOST' };
    case 'returns.ReturnRejected':
      return { ...state, status: 'REJECTED' };
    case 'returns.ReturnCancelled':
      return { ...state, status: 'CANCELLED' };
    default:
      return event satisfies never;
  }
}

type ExchangeEvent = Extract<
  ReturnEvent,
  { type: 'returns.ExchangePaymentAsked' | 'returns.ExchangeMade' | 'returns.ExchangeRefused' }
>;

function exchangeAfter({ due: _before, ...exchange }: ReturnExchange, event: ExchangeEvent): ReturnExchange {
  switch (event.type) {
    case 'returns.ExchangePaymentAsked': {
      const { amount, payByMs } = event.data;
      return { ...exchange, status: 'PAYMENT_DUE', due: { amountMinor: amount.amountMinor, payByMs } };
    }
    case 'returns.ExchangeMade':
      return { ...exchange, status: 'MADE', lineIds: event.data.lineIds };
    case 'returns.ExchangeRefused':
      return { ...exchange, status: 'REFUSED', code: event.data.code };
    default:
      return event satisfies never;
  }
}

const refunded = (state: ReturnState, causeId: string, refundMinor: number): ReturnState => ({
  ...state,
  refundMinor,
  refundsOpen: (state.refundsOpen ?? []).filter((each) => each !== causeId),
});

function received(
  state: ReturnState,
  { lines, locationId, atMs }: Data<'returns.ReturnReceived'>,
): ReturnState {
  const arrived = overEntries(state.lines, lines, (line) => line.quantity);
  const now = state.lines.map((line) => ({
    ...line,
    received: sumOf(arrived.filter(({ entry }) => entry === line)),
  }));
  return { ...state, status: 'RECEIVED', lines: now, locationId, receivedAtMs: atMs };
}

function inspected(state: ReturnState, { findings, open = 0 }: Data<'returns.ReturnInspected'>): ReturnState {
  const found = overEntries(state.lines, findings, (line) => line.received - foundUnits(line));
  const lines = state.lines.map((line) => ({
    ...line,
    dispositions: [
      ...line.dispositions,
      ...found
        .filter(({ entry }) => entry === line)
        .map(({ unit: { disposition, grade, photos, note, fault }, quantity }) => ({
          ...{ disposition, quantity },
          ...(grade === undefined ? {} : { grade }),
          ...(photos === undefined ? {} : { photos }),
          ...(note === undefined ? {} : { note }),
          ...(fault === undefined ? {} : { fault }),
        })),
    ],
  }));
  const inspections = (state.inspections ?? 0) + 1;
  return { ...state, status: open === 0 ? 'INSPECTED' : 'RECEIVED', lines, inspections };
}

const sumOf = (parts: readonly { readonly quantity: number }[]): number =>
  parts.reduce((sum, each) => sum + each.quantity, 0);

/** Units of an event over the entries they name; those of events of before, which name lines, in the order of entries. */
function overEntries<U extends { entryId?: string | undefined; lineId: string; quantity: number }>(
  entries: readonly ReturnLine[],
  units: readonly U[],
  leftOf: (entry: ReturnLine) => number,
) {
  const left = new Map(entries.map((entry) => [entry.entryId, leftOf(entry)]));
  return units.flatMap((unit) => {
    let open = unit.quantity;
    return entries
      .filter((entry) =>
        unit.entryId === undefined ? entry.lineId === unit.lineId : entry.entryId === unit.entryId,
      )
      .map((entry) => {
        const quantity = Math.min(open, left.get(entry.entryId) ?? 0);
        open -= quantity;
        left.set(entry.entryId, (left.get(entry.entryId) ?? 0) - quantity);
        return { entry, unit, quantity };
      })
      .filter(({ quantity }) => quantity > 0);
  });
}
