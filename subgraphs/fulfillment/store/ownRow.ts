import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { mayReadRow, type Identity, type RowRule } from '../../../schema/identity.ts';
import type { FulfillmentModels, LocationDoc } from './models.ts';

/**
 * The location, for whoever works there. FORBIDDEN for an associate of another, NOT_FOUND where there is none; to a supplier
 * another one looks like none.
 */
export async function ownLocation(
  { Location }: Pick<FulfillmentModels, 'Location'>,
  who: Identity,
  locationId: string,
  rule: RowRule = 'location',
): Promise<LocationDoc> {
  if (!mayReadRow(who, { locationIds: [locationId] }, rule))
    throw rule === 'purchase'
      ? notFound('location')
      : codedError('FORBIDDEN', 'This is done by those who work at the location.');
  const location = await Location.findOne({ _id: locationId }).lean<LocationDoc>();
  if (location === null) throw notFound('location');
  return location;
}

/** A row of a location the caller works at; a foreign one looks like an unknown one. */
export function ownAt<T extends { readonly locationId: string }>(
  row: T | null,
  who: Identity,
  what: string,
): T {
  if (row === null || !mayReadRow(who, { locationIds: [row.locationId] }, 'location')) throw notFound(what);
  return row;
}
