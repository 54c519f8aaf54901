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
  /** Areas from wide to narrow, for example state, two-digit and three-digit postal prefix. At least one. */
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
];

/** Group of each transit effect, in the order of {@link TRANSIT_EFFECTS}. */
export const transitGroups = (facts: ShipmentFacts): string[] => {
  const { origin, destination } = facts;
  return [
    `${facts.serviceId}|${distanceBand(facts.distanceKm)}`,
    destination[0]!,
    `${facts.serviceId}|${origin[0]}|${destination[0]}`,
    destination[1] ?? destination[0]!,
    destination[2] ?? destination[1] ?? destination[0]!,
    origin[1] ?? origin[0]!,
    facts.locationId,
    logBand(facts.weightGrams, 1000, 2),
    logBand(facts.freightMinor, 100, 3),
  ];
};

/** Groups whose spread is learned, from wide to narrow; the first holds everything. */
export const spreadGroups = (facts: ShipmentFacts): string[] => [
  '*',
  `d|${facts.destination[0]}`,
  `l|${facts.serviceId}|${facts.origin[0]}|${facts.destination[0]}`,
];
