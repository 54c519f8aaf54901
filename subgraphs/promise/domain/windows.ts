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

/** Who may have a place again: an order (or the cart it is placed from) has one for each delivery, however often it changes. */
export interface PlaceHolder {
  /** First line of what is sourced. */
  readonly ref?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Is this a place of theirs? */
export const isPlaceOf = (place: WindowPlace, { ref, orderId }: PlaceHolder): boolean =>
  place.ref === ref || (orderId !== undefined && place.orderId === orderId);

export const slotKey = ({ serviceCode, zoneId, day, from }: WindowSlot): string =>
  [serviceCode, zoneId, day, from].join('|');

/** Places that still count at an instant. */
export const openPlaces = (places: readonly WindowPlace[], nowMs: number): WindowPlace[] =>
  places.filter(({ untilMs }) => untilMs === undefined || untilMs > nowMs);
