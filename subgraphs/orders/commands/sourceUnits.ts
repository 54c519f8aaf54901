import type { HoldLine, HoldOutcome } from '../clients/catalogClient.ts';
import type { Decision } from '../domain/place.ts';

/** Units of a decision as the catalogue holds them. */
export const holdLines = ({ shipments }: Pick<Decision, 'shipments'>): HoldLine[] =>
  shipments.flatMap(({ locationId, lines }) =>
    lines.map(({ sku, quantity, future }) => ({ sku, locationId, quantity, future })),
  );

/** Locations that turned out to lack units and were asked for the first time. */
export const newlyShort = (
  { shortages }: Extract<HoldOutcome, { kind: 'short' }>,
  excluded: readonly string[],
): string[] => [...new Set(shortages.map((each) => each.locationId).filter((id) => !excluded.includes(id)))];
