/** A reservation that awaits units of a SKU at a place. */
export interface Awaiting {
  readonly reservationId: string;
  readonly quantity: number;
}

/** Units announced for the place. */
export interface Announced {
  readonly id: string;
  readonly quantity: number;
  readonly expectedAtMs: number;
}

/** A reservation that has all its awaited units later than it was to have them, epoch ms. */
export interface Later {
  readonly reservationId: string;
  readonly previousExpectedAtMs: number;
  readonly expectedAtMs: number;
}

/**
 * When each reservation has all its units, if what is announced comes as announced and goes to the oldest first. Those that
 * no announcement reaches are left out. `drawnAhead` units of what is announced have left already.
 */
function readyTimes(
  queue: readonly Awaiting[],
  incoming: readonly Announced[],
  drawnAhead: number,
): Map<string, number> {
  const receipts = incoming
    .toSorted((a, b) => a.expectedAtMs - b.expectedAtMs || (a.id < b.id ? -1 : 1))
    .map(({ quantity, expectedAtMs }) => ({ left: quantity, expectedAtMs }));
  let at = 0;
  /** Takes units, and says when the last of them comes. */
  const take = (quantity: number): number | undefined => {
    let wanted = quantity;
    for (; at < receipts.length; at += 1) {
      const receipt = receipts[at];
      if (receipt === undefined) return undefined;
      const units = Math.min(wanted, receipt.left);
      receipt.left -= units;
      wanted -= units;
      if (wanted === 0) return receipt.expectedAtMs;
    }
    return undefined;
  };
  take(drawnAhead);
  const ready = new Map<string, number>();
  for (const { reservationId, quantity } of queue) {
    const ms = quantity === 0 ? undefined : take(quantity);
    if (ms !== undefined) ready.set(reservationId, ms);
  }
  return ready;
}

/**
 * Which of the reservations of a queue, the oldest first, have all their units later than before a change of what is
 * announced. A receipt that is late delays the youngest, where another one comes before it.
 */
export function laterReservations(
  queue: readonly Awaiting[],
  before: readonly Announced[],
  after: readonly Announced[],
  drawnAhead = 0,
): Later[] {
  const was = readyTimes(queue, before, drawnAhead);
  const is = readyTimes(queue, after, drawnAhead);
  return queue.flatMap(({ reservationId }) => {
    const [previousExpectedAtMs, expectedAtMs] = [was.get(reservationId), is.get(reservationId)];
    const isLater =
      previousExpectedAtMs !== undefined && expectedAtMs !== undefined && expectedAtMs > previousExpectedAtMs;
    return isLater ? [{ reservationId, previousExpectedAtMs, expectedAtMs }] : [];
  });
}
