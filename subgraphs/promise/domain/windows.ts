/** A delivery window of a carrier's service in one destination area on one day. */
export interface WindowSlot {
  readonly serviceCode: string;
  readonly zoneId: string;
  /** Local day at the destination, YYYY-MM-DD. */
  readonly day: string;
  /** Local time it begins at, HH:MM. */
  readonly from: string;
}

/** A delivery sold in a window: held while its order is being placed, kept once it is. */
export interface WindowPlace {
  /** Who holds it: the first line of the order, which the cart knows already. */
  readonly ref: string;
  /** Epoch ms until when it is held; absent once its order is placed. */
  readonly untilMs?: number | undefined;
  readonly orderId?: string | undefined;
}

export const slotKey = ({ serviceCode, zoneId, day, from }: WindowSlot): string =>
  [serviceCode, zoneId, day, from].join('|');

/** Places that still count at an instant. */
export const openPlaces = (places: readonly WindowPlace[], nowMs: number): WindowPlace[] =>
  places.filter(({ untilMs }) => untilMs === undefined || untilMs > nowMs);
