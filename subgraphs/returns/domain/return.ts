import { defineMachine } from '../../../platform/machine/machine.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

export type ReturnStatus =
  | 'REQUESTED'
  | 'AUTHORIZED'
  | 'LABEL_ISSUED'
  | 'IN_TRANSIT'
  | 'RECEIVED'
  | 'INSPECTED'
  | 'REFUNDED'
  | 'REJECTED'
  | 'CANCELLED';

export const returnMachine = defineMachine<ReturnStatus>({
  name: 'Return',
  initial: 'REQUESTED',
  final: ['REFUNDED', 'REJECTED', 'CANCELLED'],
  transitions: {
    REQUESTED: ['AUTHORIZED', 'REJECTED', 'CANCELLED'],
    AUTHORIZED: ['LABEL_ISSUED', 'IN_TRANSIT', 'RECEIVED', 'REJECTED', 'CANCELLED'],
    LABEL_ISSUED: ['IN_TRANSIT', 'RECEIVED', 'REJECTED', 'CANCELLED'],
    IN_TRANSIT: ['RECEIVED'],
    RECEIVED: ['INSPECTED'],
    INSPECTED: ['REFUNDED'],
    REFUNDED: [],
    REJECTED: [],
    CANCELLED: [],
  },
});

export type ReturnMethod = 'IN_STORE' | 'DROP_OFF' | 'PICKUP';
export type Disposition = 'RESTOCK' | 'REFURBISH' | 'SCRAP' | 'DONATE' | 'REFUSE';
export type ReturnReason =
  'DOES_NOT_FIT' | 'CHANGED_MIND' | 'DAMAGED' | 'WRONG_ITEM' | 'TOO_LATE' | 'DEFECTIVE';

/** Units of one order line that come back. */
export interface ReturnLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly received: number;
  readonly reason: ReturnReason;
  readonly dispositions: readonly { readonly disposition: Disposition; readonly quantity: number }[];
}

export interface ReturnState {
  readonly _id: string;
  readonly number: string;
  readonly orderId: string;
  readonly owner: string;
  readonly channel: string;
  readonly currency: string;
  readonly status: ReturnStatus;
  readonly method: ReturnMethod;
  /** What the way back costs the customer, in minor units. */
  readonly costMinor: number;
  readonly lines: readonly ReturnLine[];
  readonly shipmentId?: string;
  /** Location it is sent to, and then the one it arrived at; none while it may be brought to any. */
  readonly locationId?: string;
  readonly refundMinor?: number;
  readonly requestedAtMs: number;
  readonly receivedAtMs?: number;
  readonly refundedAtMs?: number;
}

type ReturnEventName = Exclude<Extract<EventName, `returns.${string}`>, 'returns.SettingsChanged'>;
interface ReturnEventOf<N extends ReturnEventName> {
  readonly type: N;
  readonly data: EventPayload<N>;
}
export type ReturnEvent = { [N in ReturnEventName]: ReturnEventOf<N> }[ReturnEventName];
export const returnEvent = <N extends ReturnEventName>(type: N, data: EventPayload<N>): ReturnEventOf<N> => ({
  type,
  data,
});

type Requested = EventPayload<'returns.ReturnRequested'>;

const requested = (data: Requested, at: number): ReturnState => ({
  _id: data.returnId,
  ...{
    number: data.number,
    orderId: data.orderId,
    owner: data.owner,
    channel: data.channel,
    method: data.method,
  },
  currency: data.cost.currency,
  costMinor: data.cost.amountMinor,
  status: 'REQUESTED',
  lines: data.lines.map(({ lineId, sku, quantity, reason }) => ({
    lineId,
    sku,
    quantity,
    reason,
    received: 0,
    dispositions: [],
  })),
  requestedAtMs: at,
});

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
    case 'returns.ReturnReceived': {
      const { lines, locationId, atMs } = event.data;
      const units = new Map(lines.map((line) => [line.lineId, line.quantity]));
      const received = state.lines.map((line) => ({ ...line, received: units.get(line.lineId) ?? 0 }));
      return { ...state, status: 'RECEIVED', lines: received, locationId, receivedAtMs: atMs };
    }
    case 'returns.ReturnInspected':
      return { ...state, status: 'INSPECTED', lines: withFindings(state.lines, event.data.findings) };
    case 'returns.RefundRequested':
      return state;
    case 'returns.ReturnRefunded':
      return { ...state, status: 'REFUNDED', refundMinor: event.data.amount.amountMinor, refundedAtMs: at };
    case 'returns.ReturnRejected':
      return { ...state, status: 'REJECTED' };
    case 'returns.ReturnCancelled':
      return { ...state, status: 'CANCELLED' };
    default:
      return event satisfies never;
  }
}

const withFindings = (
  lines: readonly ReturnLine[],
  findings: EventPayload<'returns.ReturnInspected'>['findings'],
) =>
  lines.map((line) => ({
    ...line,
    dispositions: findings
      .filter((finding) => finding.lineId === line.lineId)
      .map(({ disposition, quantity }) => ({ disposition, quantity })),
  }));

/** Units on their way back or back, by order line, over all returns of an order that still count. */
export function unitsTaken(returns: readonly ReturnState[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const each of returns) {
    if (each.status === 'REJECTED' || each.status === 'CANCELLED') continue;
    // What did not arrive was never sent, and may still be.
    for (const line of each.lines) {
      const units = each.receivedAtMs === undefined ? line.quantity : line.received;
      taken.set(line.lineId, (taken.get(line.lineId) ?? 0) + units);
    }
  }
  return taken;
}
