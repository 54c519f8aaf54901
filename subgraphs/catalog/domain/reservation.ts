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
  /** Taken from inbound or backorder stock. */
  future: boolean;
}

export interface Reservation {
  _id: string;
  key: string;
  state: ReservationState;
  /** Epoch ms at which a SOFT reservation ends. */
  expiresAtMs?: number;
  lines: ReservationLine[];
  /** Keys of commands already applied, so that repeating one changes nothing. */
  appliedKeys: string[];
}

/** Units to take, give back or consume. */
export interface LineUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

export type ReservationEvent =
  | {
      type: 'catalog.ReservationMade';
      data: {
        reservationId: string;
        key: string;
        lines: readonly LineUnits[];
        state: 'SOFT' | 'FIRM';
        expiresAtMs?: number;
      };
    }
  | {
      type:
        | 'catalog.ReservationFirmed'
        | 'catalog.ReservationCommitted'
        | 'catalog.ReservationReleased'
        | 'catalog.ReservationExpired'
        | 'catalog.ReservationMoved';
      data: { reservationId: string; key: string; lines: readonly LineUnits[] };
    };

export const openUnits = (line: ReservationLine): number => line.quantity - line.committed - line.released;

/** The state a reader sees: an unswept SOFT reservation past its time is EXPIRED already. */
export const stateAsOf = (reservation: Reservation, nowMs: number): ReservationState =>
  reservation.state === 'SOFT' && (reservation.expiresAtMs ?? Infinity) <= nowMs
    ? 'EXPIRED'
    : reservation.state;

const sameSlot = (line: LineUnits, other: LineUnits): boolean =>
  line.sku === other.sku && line.locationId === other.locationId && line.future === other.future;

/** The open part of the asked units, slot by slot; what is no longer open is left out. */
export function openPartOf(reservation: Reservation, asked: readonly LineUnits[]): LineUnits[] {
  const parts: LineUnits[] = [];
  // Whoever asks need not know whether a unit was taken from inbound stock: a place has one pile of a SKU.
  for (const ask of mergeUnits(asked.map((each) => ({ ...each, future: false })))) {
    let left = ask.quantity;
    for (const line of reservation.lines) {
      if (line.sku !== ask.sku || line.locationId !== ask.locationId || left === 0) continue;
      const units = Math.min(left, openUnits(line));
      if (units > 0) parts.push({ ...ask, future: line.future, quantity: units });
      left -= units;
    }
  }
  return parts;
}

/** All open units. */
export const allOpen = (reservation: Reservation): LineUnits[] =>
  reservation.lines
    .filter((line) => openUnits(line) > 0)
    .map(({ sku, locationId, future, ...line }) => ({
      sku,
      locationId,
      future,
      quantity: openUnits({ sku, locationId, future, ...line }),
    }));

/** Adds up units of the same slot, in a fixed order, so that two lines of one SKU cannot oversell it. */
export function mergeUnits(lines: readonly LineUnits[]): LineUnits[] {
  const slots = new Map<string, LineUnits>();
  for (const line of lines) {
    const slot = `${line.sku}@${line.locationId}${line.future ? '+' : ''}`;
    slots.set(slot, { ...line, quantity: line.quantity + (slots.get(slot)?.quantity ?? 0) });
  }
  return [...slots.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

function counted(
  lines: readonly ReservationLine[],
  units: readonly LineUnits[],
  counter: 'committed' | 'released',
): ReservationLine[] {
  return lines.map((line) => {
    const mine = units.find((unit) => sameSlot(unit, line));
    return mine ? { ...line, [counter]: line[counter] + mine.quantity } : line;
  });
}

function settled(reservation: Reservation, end: ReservationState): Reservation {
  const done = reservation.lines.every((line) => openUnits(line) === 0);
  const consumed = reservation.lines.some((line) => line.committed > 0);
  if (!done) return reservation;
  return { ...reservation, state: consumed ? 'COMMITTED' : end };
}

/** Fold one event into the reservation. */
export function evolveReservation(state: Reservation | undefined, event: ReservationEvent): Reservation {
  const { key, lines } = event.data;
  if (event.type === 'catalog.ReservationMade') {
    const { reservationId, state: first, expiresAtMs } = event.data;
    return {
      _id: reservationId,
      key,
      state: first,
      ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      lines: lines.map((line) => ({ ...line, committed: 0, released: 0 })),
      appliedKeys: [],
    };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a reservation.`);
  const next = { ...state, appliedKeys: [...state.appliedKeys, key].slice(-200) };
  switch (event.type) {
    case 'catalog.ReservationFirmed': {
      const { expiresAtMs: _ended, ...firm } = next;
      return { ...firm, state: 'FIRM' };
    }
    case 'catalog.ReservationCommitted':
      return settled({ ...next, lines: counted(next.lines, lines, 'committed') }, 'COMMITTED');
    case 'catalog.ReservationReleased':
      return settled({ ...next, lines: counted(next.lines, lines, 'released') }, 'RELEASED');
    case 'catalog.ReservationExpired':
      return { ...next, lines: counted(next.lines, lines, 'released'), state: 'EXPIRED' };
    case 'catalog.ReservationMoved':
      return { ...next, lines: merged(next.lines, lines) };
    default:
      return event satisfies never;
  }
}

/** Lines with more units added to their slots. */
function merged(lines: readonly ReservationLine[], added: readonly LineUnits[]): ReservationLine[] {
  const next = lines.map((line) => {
    const more = added.find((unit) => sameSlot(unit, line));
    return more ? { ...line, quantity: line.quantity + more.quantity } : line;
  });
  const fresh = added.filter((unit) => !lines.some((line) => sameSlot(unit, line)));
  return [...next, ...fresh.map((unit) => ({ ...unit, committed: 0, released: 0 }))];
}
