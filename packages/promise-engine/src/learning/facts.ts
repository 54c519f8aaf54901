/** Milliseconds of a calendar day. */
export const DAY_MS = 86_400_000;

/**
 * Local wall time as if it were UTC, in ms. The learned part works in the customer's calendar: whoever calls it
 * resolves instants to the destination's wall time first, so that "a day" here is a date on the customer's wall.
 */
export type WallMs = number;

/** Day number of a wall time, days since 1970-01-01. */
export const dayOf = (at: WallMs): number => Math.floor(at / DAY_MS);

/** What is known of a shipment when its promise is made. Nothing here may be known only later. */
export interface ShipmentFacts {
  readonly id: string;
  readonly placedAt: WallMs;
  /** The store, warehouse or seller that hands over. */
  readonly locationId: string;
  /** Areas from wide to narrow, for example state, then postal prefixes of two, three and four digits. At least one. */
  readonly origin: readonly string[];
  /** As origin. */
  readonly destination: readonly string[];
  readonly serviceId: string;
  readonly distanceKm: number | undefined;
  readonly weightGrams: number | undefined;
  /** What the carriage costs per unit, minor units: a proxy for size and remoteness. */
  readonly freightMinor: number | undefined;
  readonly units: number;
  /** How it is paid, if known: a bank slip is paid days later, and nothing moves before. */
  readonly paymentMethod?: string | undefined;
  /** Calendar days to a date that somebody else gave for this order (marketplace, carrier, an older system), if any. */
  readonly givenDays?: number | undefined;
}

/** Public holidays of the destination's country. Day numbers as in {@link dayOf}. */
export interface DayCalendar {
  /** Public holiday: hardly any work is done. */
  isHoliday(day: number): boolean;
}

/** Every day is an ordinary one. */
export const plainCalendar: DayCalendar = { isHoliday: () => false };

/** 0 = Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const distanceBand = (km: number | undefined): string =>
  km === undefined ? '?' : km < 10 ? '0' : String(Math.min(9, Math.floor(Math.log2(km / 10))));
const logBand = (value: number | undefined, per: number, step: number): string =>
  value === undefined ? '?' : String(Math.round(step * Math.log2(value / per + 0.1)));

/** Group of each handling effect, in the order of {@link HANDLING_EFFECTS}. */
export const handlingGroups = (facts: ShipmentFacts): string[] => [
  facts.origin[0]!,
  facts.locationId,
  String(weekdayOf(dayOf(facts.placedAt))),
  String(Math.min(3, facts.units)),
  facts.paymentMethod ?? '?',
  // Once more, with a short memory: what a location was like lately says more than what it is like.
  facts.locationId,
];

/** The group of cases of which something is not known: it has no effect and learns none. */
export const NO_GROUP = '';

/** Group of each transit effect, in the order of {@link TRANSIT_EFFECTS}. */
export const transitGroups = (facts: ShipmentFacts): string[] => {
  const { origin, destination } = facts;
  const [state, quarter = NO_GROUP, district = NO_GROUP, place = NO_GROUP] = destination;
  return [
    `${facts.serviceId}|${distanceBand(facts.distanceKm)}`,
    state!,
    `${facts.serviceId}|${origin[0]}|${state}`,
    quarter,
    district,
    origin[1] ?? NO_GROUP,
    facts.locationId,
    logBand(facts.weightGrams, 1000, 2),
    logBand(facts.freightMinor, 100, 3),
    origin[1] === undefined || district === NO_GROUP ? NO_GROUP : `${origin[1]}|${district}`,
    place,
  ];
};

/**
 * Groups whose spread is learned, from wide to narrow; the first holds everything. The second are orders expected to
 * take about as long: of a short way, the little that can go wrong is a larger part.
 */
export const spreadGroups = (facts: ShipmentFacts, expectedWorkingDays: number): string[] => {
  const [all, area, lane] = evidenceGroups(facts);
  return [all!, `c|${Math.round(2 * Math.log2(expectedWorkingDays))}`, area!, lane!];
};

/** Of those, the ones that say what an answer rests on: everything, the area, the lane. */
export const evidenceGroups = (facts: ShipmentFacts): string[] => [
  '*',
  `d|${facts.destination[0]}`,
  `l|${facts.serviceId}|${facts.origin[0]}|${facts.destination[0]}`,
];
