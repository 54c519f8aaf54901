import { defineMachine } from '../../../platform/machine/machine.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

export type ReturnStatus =
  | 'REQUESTED'
  | 'AUTHORIZED'
  | 'LABEL_ISSUED'
  | 'IN_TRANSIT'
  | 'LOST'
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
    LABEL_ISSUED: ['IN_TRANSIT', 'LOST', 'RECEIVED', 'REJECTED', 'CANCELLED'],
    IN_TRANSIT: ['LOST', 'RECEIVED', 'REJECTED'],
    // Found again is found.
    LOST: ['RECEIVED'],
    RECEIVED: ['INSPECTED'],
    INSPECTED: ['REFUNDED'],
    REFUNDED: [],
    REJECTED: [],
    CANCELLED: [],
  },
});

export type ReturnMethod = 'IN_STORE' | 'DROP_OFF' | 'PICKUP' | 'CARRIER';
export type Disposition = 'RESTOCK' | 'REFURBISH' | 'OUTLET' | 'SCRAP' | 'DONATE' | 'REFUSE';
export type Grade = 'NEW' | 'AS_NEW' | 'USED' | 'BROKEN';
export type ReturnReason =
  | 'DOES_NOT_FIT'
  | 'CHANGED_MIND'
  | 'DAMAGED'
  | 'WRONG_ITEM'
  | 'TOO_LATE'
  | 'DEFECTIVE'
  | 'UNDELIVERABLE'
  | 'REFUSED';

/** A parcel the carrier took back: the shipment that did not arrive, and the work that sent it. */
export interface TurnedBack {
  readonly shipmentId: string;
  readonly fulfillmentOrderId?: string | undefined;
}

/** What was found of some units of an entry. */
export interface UnitFinding {
  readonly disposition: Disposition;
  readonly quantity: number;
  readonly grade?: Grade | undefined;
  readonly photos?: readonly string[] | undefined;
  readonly note?: string | undefined;
  /** Whether the retailer is to blame. */
  readonly fault?: boolean | undefined;
}

/** One entry of a return: units of one order line that come back for one reason. Two entries may name one line. */
export interface ReturnLine {
  readonly entryId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly received: number;
  readonly reason: ReturnReason;
  /** What a unit cost when it was asked for, in minor units. */
  readonly unitPriceMinor?: number | undefined;
  readonly dispositions: readonly UnitFinding[];
}

/** What the customer wants instead of what comes back. */
export interface ReturnExchange {
  readonly when: 'AT_ONCE' | 'ON_RECEIPT';
  readonly status: 'ASKED' | 'PAYMENT_DUE' | 'MADE' | 'REFUSED';
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly asLineId?: string | undefined;
  }[];
  /** Lines of the order that it became. */
  readonly lineIds: readonly string[];
  /** Why it was refused. */
  readonly code?: string;
  /** What it costs more, in minor units, and until when that is to be paid (epoch ms); while it is due. */
  readonly due?: { readonly amountMinor: number; readonly payByMs: number };
}

/** Is it neither made nor refused? */
export const isExchangeOpen = ({ exchange }: Pick<ReturnState, 'exchange'>): boolean =>
  exchange?.status === 'ASKED' || exchange?.status === 'PAYMENT_DUE';

/** Cause of an exchange in orders. */
export const exchangeIdOf = (returnId: string): string => `${returnId}:exchange`;

export interface ReturnState {
  readonly _id: string;
  readonly number: string;
  readonly orderId: string;
  readonly owner: string;
  readonly channel: string;
  readonly currency: string;
  /** Language of the order; absent in returns of before. */
  readonly locale?: string;
  readonly status: ReturnStatus;
  readonly method: ReturnMethod;
  /** What the way back costs the customer, in minor units. */
  readonly costMinor: number;
  readonly lines: readonly ReturnLine[];
  /** Set when it is no wish of the customer: the carrier could not deliver it. */
  readonly turnedBack?: TurnedBack;
  readonly exchange?: ReturnExchange;
  /** Store or parcel point the customer chose. */
  readonly placeId?: string;
  /** When it is picked up at home, epoch ms. */
  readonly pickup?: { readonly fromMs: number; readonly untilMs: number };
  readonly shipmentId?: string;
  /** Location it is sent to, and then the one it arrived at; none while it may be brought to any. */
  readonly locationId?: string;
  readonly refundMinor?: number;
  /** Refunds asked for and not done, by cause. */
  readonly refundsOpen?: readonly string[];
  /** Its money was asked for before it was found good. */
  readonly early?: boolean;
  /** How often it was inspected. */
  readonly inspections?: number;
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

/** Units of an entry that have a finding. */
export const foundUnits = ({ dispositions }: Pick<ReturnLine, 'dispositions'>): number =>
  dispositions.reduce((sum, each) => sum + each.quantity, 0);

/** Units on their way back or back, by order line, over all returns of an order that still count. */
export function unitsTaken(returns: readonly ReturnState[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const each of returns) {
    if (each.status === 'REJECTED' || each.status === 'CANCELLED' || each.turnedBack !== undefined) continue;
    // What did not arrive was never sent, and may still be.
    for (const line of each.lines) {
      const units = each.receivedAtMs === undefined ? line.quantity : line.received;
      taken.set(line.lineId, (taken.get(line.lineId) ?? 0) + units);
    }
  }
  return taken;
}
