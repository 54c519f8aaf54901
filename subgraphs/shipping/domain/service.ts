import { countryCode } from '@promesse/geography/countries';
import { timeZoneOf } from '@promesse/geography/territories';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { CarrierLaneInput, CarrierServiceInput, MoneyInput } from '../generated/resolverTypes.ts';

export type ServiceFacts = EventPayload<'shipping.CarrierServiceChanged'>;

const restrictions = ['DANGEROUS', 'OVERSIZE', 'FRAGILE'];
const lastMile = ['VAN_DIESEL', 'VAN_ELECTRIC', 'CARGO_BIKE', 'NONE'];
const lineHaul = ['HGV_ARTIC', 'HGV_RIGID', 'VAN_DIESEL', 'VAN_ELECTRIC', 'RAIL', 'AIR_SHORT', 'NONE'];
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The dearest amount of a lane: what a full cart of the heaviest goods comes to is still told exactly. */
const maxLaneMinor = 100_000_000;

type Wrong = (field: string, what: string) => Error;

/** The service an input describes; BAD_USER_INPUT or CURRENCY_MISMATCH naming what is wrong with it. */
export function serviceFrom(input: CarrierServiceInput): ServiceFacts {
  const wrong: Wrong = (field, what) =>
    codedError('BAD_USER_INPUT', `Carrier service ${input.code}: ${what}`, { field });
  for (const field of ['code', 'carrier'] as const)
    if (!/^[A-Za-z0-9_.-]{1,100}$/.test(input[field]))
      throw wrong(field, `${field} is 1 to 100 letters, digits, dots, dashes or underscores.`);
  for (const field of ['pickupWeekdays', 'deliveryWeekdays'] as const)
    if (input[field].some((day) => !Number.isInteger(day) || day < 1 || day > 7))
      throw wrong(field, 'weekdays are from 1 (Monday) to 7 (Sunday).');
  const { deliveryFrom = '08:00', deliveryUntil = '18:00' } = input;
  for (const [field, time] of Object.entries({ pickupTime: input.pickupTime, deliveryFrom, deliveryUntil }))
    if (!timeOfDay.test(time ?? '')) throw wrong(field, `${field} is HH:MM, not ${String(time)}.`);
  for (const window of input.windows ?? []) {
    const [from = '', until = '', ...more] = window.split('-');
    if (!timeOfDay.test(from) || !timeOfDay.test(until) || from >= until || more.length > 0)
      throw wrong('windows', `a window is HH:MM-HH:MM, not ${window}.`);
  }
  const { windowCapacity } = input;
  if (windowCapacity != null && (!Number.isInteger(windowCapacity) || windowCapacity < 1))
    throw wrong('windowCapacity', 'a window has capacity for at least one delivery.');
  for (const field of ['maxWeightGrams', 'maxLengthMm'] as const)
    if (!Number.isInteger(input[field]) || input[field] < 1) throw wrong(field, `${field} is at least 1.`);
  const refused = input.refusedRestrictions ?? [];
  if (refused.some((each) => !restrictions.includes(each)))
    throw wrong('refusedRestrictions', `restrictions are ${restrictions.join(', ')}.`);
  if (!lastMile.includes(input.lastMileVehicle))
    throw wrong('lastMileVehicle', `the last mile is one of ${lastMile.join(', ')}.`);
  if (!lineHaul.includes(input.lineHaulVehicle))
    throw wrong('lineHaulVehicle', `the line haul is one of ${lineHaul.join(', ')}.`);
  const { stopsPerRound, kmPerRound } = input;
  if (!((stopsPerRound ?? 100) > 0) || !((kmPerRound ?? 80) >= 0))
    throw wrong('stopsPerRound', 'a round has at least one stop and no negative length.');
  return {
    code: input.code,
    carrier: input.carrier,
    name: {
      en: input.nameEn,
      ...(input.nameFr ? { fr: input.nameFr } : {}),
      ...(input.nameIt ? { it: input.nameIt } : {}),
    },
    methodTypes: [...new Set(input.methodTypes)],
    active: input.active ?? true,
    maxWeightGrams: input.maxWeightGrams,
    maxLengthMm: input.maxLengthMm,
    refusedRestrictions: [...new Set(refused)],
    lastMileVehicle: input.lastMileVehicle,
    stopsPerRound: stopsPerRound ?? 100,
    kmPerRound: kmPerRound ?? 80,
    lineHaulVehicle: input.lineHaulVehicle,
    pickupWeekdays: ordered(input.pickupWeekdays),
    pickupTime: input.pickupTime,
    deliveryWeekdays: ordered(input.deliveryWeekdays),
    deliveryFrom: deliveryFrom ?? '08:00',
    deliveryUntil: deliveryUntil ?? '18:00',
    windows: [...(input.windows ?? [])],
    ...(windowCapacity == null ? {} : { windowCapacity }),
    ...limitsFrom(input.addressLimits, wrong),
    lanes: input.lanes.map((lane) => laneFrom(lane, wrong)),
  };
}

/** Limits by field; those not named are left out. */
function limitsFrom(
  input: CarrierServiceInput['addressLimits'],
  wrong: Wrong,
): Pick<ServiceFacts, 'addressLimits'> {
  if (input == null) return {};
  const { characters, ...lengths } = input;
  const named = Object.entries(lengths).filter((entry): entry is [string, number] => entry[1] != null);
  if (named.some(([, most]) => most < 1 || most > 1_000))
    throw wrong('addressLimits', 'a field of an address holds 1 to 1,000 characters.');
  return {
    addressLimits: { ...Object.fromEntries(named), ...(characters == null ? {} : { characters }) },
  };
}

const ordered = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

function laneFrom(lane: CarrierLaneInput, wrong: Wrong): ServiceFacts['lanes'][number] {
  const { transitDaysMin, transitDaysMax, maxDistanceKm, transitMinutes, price } = lane;
  if (transitDaysMin < 0 || transitDaysMax < transitDaysMin || transitDaysMax > 365)
    throw wrong(
      'transitDaysMax',
      `transit is 0 to 365 days, shortest first, not ${transitDaysMin} to ${transitDaysMax}.`,
    );
  if (transitMinutes != null && (transitMinutes < 1 || transitMinutes > 1_440))
    throw wrong('transitMinutes', 'transit within a day is 1 to 1,440 minutes.');
  if (maxDistanceKm != null && maxDistanceKm < 1)
    throw wrong('maxDistanceKm', 'a distance is at least 1 km.');
  for (const field of ['originCountry', 'destinationCountry'] as const)
    if (timeZoneOf(countryCode(lane[field])) === undefined)
      throw wrong(field, `${lane[field]} is no country.`);
  const amounts = [price, lane.pricePerKg, lane.cost, lane.costPerKg];
  if (amounts.some(({ amountMinor }) => amountMinor < 0 || amountMinor > maxLaneMinor))
    throw wrong('price', `amounts are from 0 to ${maxLaneMinor} minor units.`);
  if (amounts.some((amount) => amount.currency !== price.currency))
    throw codedError('CURRENCY_MISMATCH', 'All amounts of a lane are in one currency.', { field: 'price' });
  return {
    originCountry: lane.originCountry,
    destinationCountry: lane.destinationCountry,
    postalPrefixes: [...new Set(lane.postalPrefixes ?? [])],
    ...exceptionsOf(lane.excludedPostalPrefixes),
    ...(maxDistanceKm == null ? {} : { maxDistanceKm }),
    ...{ transitDaysMin, transitDaysMax },
    ...(transitMinutes == null ? {} : { transitMinutes }),
    price: plain(price),
    pricePerKg: plain(lane.pricePerKg),
    cost: plain(lane.cost),
    costPerKg: plain(lane.costPerKg),
  };
}

const exceptionsOf = (prefixes: readonly string[] | null | undefined) =>
  prefixes == null || prefixes.length === 0 ? {} : { excludedPostalPrefixes: [...new Set(prefixes)] };

const plain = ({ amountMinor, currency }: MoneyInput) => ({ amountMinor, currency });

/** What a service asks of the retailer for one parcel on a lane, in minor units. */
export function costOf(lane: ServiceFacts['lanes'][number], weightGrams: number): number {
  return lane.cost.amountMinor + lane.costPerKg.amountMinor * Math.max(0, Math.ceil(weightGrams / 1_000) - 1);
}
