import type { ReturnsSettings } from './settings.ts';

/** An open place that may take goods back. */
export interface OpenPlace {
  readonly id: string;
  readonly country: string;
}

/**
 * Where a parcel goes back to: the first place of the rules that fit and is open, else an open place of the customer's
 * country, else the first open one; undefined when all are closed.
 */
export function placeFor(
  open: readonly OpenPlace[],
  { returnLocations }: Pick<ReturnsSettings, 'returnLocations'>,
  of: { readonly country: string | undefined; readonly channel: string },
): string | undefined {
  const ruled = returnLocations.find(
    (rule) =>
      (rule.country ?? of.country) === of.country &&
      (rule.channel ?? of.channel) === of.channel &&
      open.some(({ id }) => id === rule.locationId),
  );
  const near = open.find(({ country }) => country === of.country);
  return ruled?.locationId ?? near?.id ?? open[0]?.id;
}
