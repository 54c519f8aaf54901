/** What counters are kept by, beside day and channel. */
export const dimensions = [
  'ALL',
  'METHOD',
  'LOCATION',
  'CARRIER',
  'SERVICE',
  'LAST_MILE',
  'CAUSE',
  'COST',
  'RETURN_REASON',
  'MESSAGE',
  'INCIDENT',
  'SURVEY_ALL',
  'SURVEY_SERVICE',
  'SURVEY_LAST_MILE',
  'SURVEY_LOCATION',
  'SURVEY_KEPT',
] as const;
export type CounterDimension = (typeof dimensions)[number];

/** Whole numbers by name, so that sums are exact in any order. */
export type Values = Readonly<Record<string, number>>;

/** A counter: sums of one day (UTC), channel and key. */
export interface Counter {
  readonly day: string;
  /** Empty where what is counted belongs to no channel. */
  readonly channel: string;
  readonly dimension: CounterDimension;
  readonly key: string;
  readonly values: Values;
}

export const counterId = ({ day, channel, dimension, key }: Omit<Counter, 'values'>): string =>
  JSON.stringify([day, dimension, channel, key]);

/** Day of an instant, in UTC. */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Adds values up; what comes to zero is left out. */
export function added(a: Values, b: Values, sign: 1 | -1 = 1): Values {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + sign * value;
  return Object.fromEntries(Object.entries(sum).filter(([, value]) => value !== 0));
}

/** Counters summed up by id. */
export function summed(
  counters: Iterable<Counter>,
  sign: 1 | -1 = 1,
  into: Map<string, Counter> = new Map(),
): Map<string, Counter> {
  for (const counter of counters) {
    const id = counterId(counter);
    const before = into.get(id)?.values ?? {};
    into.set(id, { ...counter, values: added(before, counter.values, sign) });
  }
  return into;
}

/** What has to be added to the counters once a subject counts as `after` and no longer as `before`. */
export const changeOf = (before: readonly Counter[], after: readonly Counter[]): Map<string, Counter> =>
  summed(before, -1, summed(after));
