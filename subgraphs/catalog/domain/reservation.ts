import { defineMachine } from '../../../platform/machine/machine.ts';

/** SOFT holds for a cart, FIRM for an order; the other three are ends. */
export type ReservationState = 'SOFT' | 'FIRM' | 'COMMITTED' | 'RELEASED' | 'EXPIRED';

export const reservationMachine = defineMachine<ReservationState>({
  name: 'Reservation',
  initial: 'SOFT',
  final: ['COMMITTED', 'RELEASED', 'EXPIRED'],
  transitions: {
    SOFT: ['FIRM', 'RELEASED', 'EXPIRED'],
    FIRM: ['COMMITTED', 'RELEASED'],
    COMMITTED: [],
    RELEASED: [],
    EXPIRED: [],
  },
});

/** Units of one SKU at one location; open units are quantity - committed - released. */
export interface ReservationLine {
  sku: string;
  locationId: string;
  quantity: number;
  committed: number;
  released: number;
  /** Awaited from inbound or backorder stock; units that arrive move to a line of the shelf. */
  future: boolean;
  /** The receipt that units of the shelf came with, if they were awaited. */
  receiptId?: string;
}

/** A command applied already: repeating its key changes nothing. */
export interface AppliedKey {
  key: string;
  /** Digest of its input; absent where the key is an event's. */
  digest?: string;
}

export interface Reservation {
  _id: string;
  key: string;
  /** Digest of the input it was made with. */
  digest?: string;
  state: ReservationState;
  /** Epoch ms at which a SOFT reservation ends. */
  expiresAtMs?: number;
  /** Cart that it holds units for. */
  cartId?: string;
  madeAtMs: number;
  lines: ReservationLine[];
  /** Absent in rows of before. */
  applied?: AppliedKey[];
  /** `<sku>@<location>` at which it awaits units: whose turn it is when some arrive. */
  awaits: string[];
}

/** The state a reader sees: an unswept SOFT reservation past its time is EXPIRED already. */
export const stateAsOf = (
  reservation: Pick<Reservation, 'state' | 'expiresAtMs'>,
  nowMs: number,
): ReservationState =>
  reservation.state === 'SOFT' && (reservation.expiresAtMs ?? Infinity) <= nowMs
    ? 'EXPIRED'
    : reservation.state;
