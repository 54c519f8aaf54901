import { codedError } from '../../../platform/errors/codedError.ts';
import { isOptionCode } from '../../../platform/values/chosenOptions.ts';
import { requireCount } from '../../../platform/values/quantity.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { LocationInput } from '../generated/resolverTypes.ts';

export type LocationFacts = EventPayload<'fulfillment.LocationChanged'>;

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The location an input describes; BAD_USER_INPUT or INVALID_QUANTITY naming what is wrong with it. */
export function locationFrom(input: LocationInput): LocationFacts {
  const wrong = (field: string, what: string): Error =>
    codedError('BAD_USER_INPUT', `Location ${input.id}: ${what}`, { field });
  if (!/^[\x21-\x7e]{1,100}$/.test(input.id) || input.id.includes('@'))
    throw wrong('id', 'an id is 1 to 100 printable ASCII characters without spaces and @.');
  for (const field of ['name', 'city'] as const)
    if (input[field].trim() === '' || input[field].length > 200)
      throw wrong(field, `${field} is 1 to 200 characters.`);
  if (!(Math.abs(input.latitude) <= 90)) throw wrong('latitude', 'latitude is from -90 to 90.');
  if (!(Math.abs(input.longitude) <= 180)) throw wrong('longitude', 'longitude is from -180 to 180.');
  for (const { weekday, opensAt, closesAt } of input.openingHours) {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
      throw wrong('weekday', `a weekday is from 1 (Monday) to 7 (Sunday), not ${weekday}.`);
    if (!timeOfDay.test(opensAt) || !timeOfDay.test(closesAt) || opensAt >= closesAt)
      throw wrong('openingHours', `hours are HH:MM, opening before closing, not ${opensAt} to ${closesAt}.`);
  }
  const crafts = [...new Set(input.crafts ?? [])].sort();
  if (crafts.length > 50 || !crafts.every(isOptionCode))
    throw wrong('crafts', 'crafts are at most 50, each capitals, digits and _.');
  if (crafts.length > 0 && !input.abilities.includes('CUSTOMISE'))
    throw wrong('crafts', 'crafts need the ability CUSTOMISE.');
  return {
    locationId: input.id,
    name: input.name,
    kind: input.kind,
    city: input.city,
    country: input.country,
    postalCode: input.postalCode,
    latitude: input.latitude,
    longitude: input.longitude,
    timeZone: input.timeZone,
    openingHours: input.openingHours
      .map(({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt }))
      .sort((a, b) => a.weekday - b.weekday || (a.opensAt < b.opensAt ? -1 : 1)),
    closedDays: [...new Set(input.closedDays ?? [])].sort(),
    abilities: [...new Set(input.abilities)].sort(),
    ...(crafts.length === 0 ? {} : { crafts }),
    capacityPerDay: requireCount(input.capacityPerDay, 'capacityPerDay'),
    handlingMinutes: requireCount(input.handlingMinutes, 'handlingMinutes'),
    active: input.active ?? true,
  };
}
