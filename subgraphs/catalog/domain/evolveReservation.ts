import { openUnits } from './openUnits.ts';
import type { Reservation, ReservationLine, ReservationState } from './reservation.ts';
import type { ReservationEvent } from './reservationEvents.ts';
import type { LineUnits } from './units.ts';

/** How many keys are remembered with a reservation. */
const keysKept = 200;

/** Fold one event into the reservation. `at` is the event's time, epoch ms. */
export function evolveReservation(
  state: Reservation | undefined,
  event: ReservationEvent,
  at: number,
): Reservation {
  if (event.type === 'catalog.ReservationMade') return withAwaits(made(event.data, at));
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a reservation.`);
  // These tell others about the cart; the reservation itself has changed before.
  if (event.type === 'catalog.CartHeld' || event.type === 'catalog.CartHoldEnded') return state;
  const { key, digest } = event.data;
  const applied = [...(state.applied ?? []), { key, ...(digest === undefined ? {} : { digest }) }].slice(
    -keysKept,
  );
  return withAwaits(changed({ ...state, applied }, event));
}

type Made = Extract<ReservationEvent, { type: 'catalog.ReservationMade' }>['data'];

function made({ reservationId, lines, ...data }: Made, at: number): Reservation {
  return {
    _id: reservationId,
    ...data,
    madeAtMs: at,
    lines: lines.map((line) => ({ ...line, committed: 0, released: 0 })),
    applied: [],
    awaits: [],
  };
}

function changed(
  state: Reservation,
  event: Exclude<
    ReservationEvent,
    { type: 'catalog.ReservationMade' | 'catalog.CartHeld' | 'catalog.CartHoldEnded' }
  >,
): Reservation {
  switch (event.type) {
    case 'catalog.ReservationFirmed': {
      const { expiresAtMs: _ended, ...firm } = state;
      return { ...firm, state: 'FIRM' };
    }
    case 'catalog.ReservationProlonged':
      return { ...state, expiresAtMs: event.data.expiresAtMs };
    case 'catalog.ReservationCommitted':
      return settled({ ...state, lines: counted(state.lines, event.data.lines, 'committed') }, 'COMMITTED');
    case 'catalog.ReservationReleased':
      return settled({ ...state, lines: counted(state.lines, event.data.lines, 'released') }, 'RELEASED');
    case 'catalog.ReservationExpired':
      return { ...state, lines: counted(state.lines, event.data.lines, 'released'), state: 'EXPIRED' };
    case 'catalog.ReservationMoved':
      return reopened({ ...state, lines: merged(state.lines, event.data.lines) });
    case 'catalog.ReservedUnitsArrived':
      return { ...state, lines: arrived(state.lines, event.data.lines, event.data.receiptId) };
    default:
      return event satisfies never;
  }
}

const sameSlot = (line: LineUnits, other: LineUnits): boolean =>
  line.sku === other.sku && line.locationId === other.locationId && line.future === other.future;

/** Units counted as gone or given back, over the lines of their slot, the first line first. */
function counted(
  lines: readonly ReservationLine[],
  units: readonly LineUnits[],
  counter: 'committed' | 'released',
): ReservationLine[] {
  const left = units.map((unit) => ({ unit, quantity: unit.quantity }));
  return lines.map((line) => {
    const mine = left.find(({ unit, quantity }) => quantity > 0 && sameSlot(unit, line));
    if (mine === undefined) return line;
    const taken = Math.min(mine.quantity, openUnits(line));
    mine.quantity -= taken;
    return { ...line, [counter]: line[counter] + taken };
  });
}

function settled(reservation: Reservation, end: ReservationState): Reservation {
  const done = reservation.lines.every((line) => openUnits(line) === 0);
  const consumed = reservation.lines.some((line) => line.committed > 0);
  if (!done) return reservation;
  return { ...reservation, state: consumed ? 'COMMITTED' : end };
}

/** Units taken for an order whose others have left or been given back: it holds units again. */
const reopened = (state: Reservation): Reservation =>
  (state.state === 'COMMITTED' || state.state === 'RELEASED') &&
  state.lines.some((line) => openUnits(line) > 0)
    ? { ...state, state: 'FIRM' }
    : state;

/** Lines with more units added to their slots. */
function merged(lines: readonly ReservationLine[], added: readonly LineUnits[]): ReservationLine[] {
  const same = (line: ReservationLine, unit: LineUnits): boolean =>
    line.receiptId === undefined && sameSlot(unit, line);
  const next = lines.map((line) => {
    const more = added.find((unit) => same(line, unit));
    return more ? { ...line, quantity: line.quantity + more.quantity } : line;
  });
  const fresh = added.filter((unit) => !lines.some((line) => same(line, unit)));
  return [...next, ...fresh.map((unit) => ({ ...unit, committed: 0, released: 0 }))];
}

/** Awaited units have come with a receipt: they stand on the shelf now, and remember the receipt. */
function arrived(
  lines: readonly ReservationLine[],
  units: readonly LineUnits[],
  receiptId: string,
): ReservationLine[] {
  const left = lines
    .map((line) => {
      const mine = units.find((unit) => line.future && sameSlot({ ...unit, future: true }, line));
      return mine ? { ...line, quantity: line.quantity - mine.quantity } : line;
    })
    .filter((line) => line.quantity > 0);
  const stored = units.map(({ sku, locationId, quantity }) => ({
    ...{ sku, locationId, quantity, committed: 0, released: 0, future: false, receiptId },
  }));
  return [...left, ...stored];
}

function withAwaits(state: Reservation): Reservation {
  const open = state.state === 'SOFT' || state.state === 'FIRM' ? state.lines : [];
  const waiting = open.filter((line) => line.future && openUnits(line) > 0);
  return { ...state, awaits: [...new Set(waiting.map((line) => `${line.sku}@${line.locationId}`))] };
}
