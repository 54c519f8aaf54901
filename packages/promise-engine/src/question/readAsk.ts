import { Tracer } from './tracer.ts';
import type { Ask } from './ask.ts';
import { isCart, readCart, type Cart } from './cart.ts';
import { validCoordinates } from '../geo/distance.ts';
import type { ResolvedZone } from '../geo/zoneFinder.ts';
import type { Network } from '../network/network.ts';
import type { DataSource } from '../model/ruleTypes.ts';
import type { SourceInput } from '../model/sourcingTypes.ts';
import { DAY_MS, FIRST_DAY, LAST_DAY, zoneClock, MINUTE_MS } from '../time/zoneClock.ts';
import type { PromiseInput } from '../model/types.ts';
import type { Reason, ReasonCode } from '../model/reasons.ts';

/** Parts of a question that only decisions have. */
export interface AskExtras {
  readonly latestAllowedMs?: number;
  readonly promisedLatestMs?: number;
  readonly stage?: number;
  readonly windowStartMs?: number;
  readonly excludedLocationIds?: readonly string[];
  readonly ownReservations?: SourceInput['ownReservations'];
}

/** An offer to the minute holds for one to two of these, so that there is time to order it. */
const HOLD_MS = 5 * MINUTE_MS;

const none: readonly string[] = [];

export type AskOrReasons = { readonly ask: Ask } | { readonly reasons: readonly Reason[] };

const reject = (code: ReasonCode, message: string): AskOrReasons => ({ reasons: [{ code, message }] });

/** Checks a question and brings it into the engine's terms. Never throws on bad input. */
export function readAsk(network: Network, input: PromiseInput, extras: AskExtras = {}): AskOrReasons {
  const fault = faultOf(input);
  if (fault) return fault;
  const { at, destination } = input;
  network.refresh(at);
  const zone = network.index().zoneFinder.resolve(destination);
  if (!zone) return reject('UNKNOWN_COUNTRY', `No destination area is known in '${destination.country}'.`);
  const day = Math.floor(at / DAY_MS);
  const { first, last } = network.calendarDays;
  if (day < Math.max(FIRST_DAY, first) || day > Math.min(LAST_DAY, last)) {
    return reject('CLOCK_OUT_OF_RANGE', 'The instant lies outside the range the calendars speak for.');
  }
  if (network.rate(input.currency) === undefined) {
    return reject('NO_PRICE_IN_CURRENCY', `No prices or rates exist in '${input.currency}'.`);
  }
  const cart = readCart(network, input.lines ?? []);
  return isCart(cart) ? { ask: askOf(network, input, extras, zone, cart) } : { reasons: cart };
}

/** What is wrong with a question whatever the network knows; null when nothing is. */
function faultOf({ at, destination }: PromiseInput): AskOrReasons | null {
  if (typeof at !== 'number' || !Number.isFinite(at)) {
    return reject('CLOCK_OUT_OF_RANGE', 'The instant must be a finite number of milliseconds since 1970.');
  }
  if (!destination || typeof destination.country !== 'string') {
    return reject('BAD_INPUT', 'The destination needs a country code.');
  }
  if (destination.coordinates && !validCoordinates(destination.coordinates)) {
    return reject('BAD_INPUT', 'The coordinates must lie within -90..90 and -180..180 degrees.');
  }
  return null;
}

/** A question without faults in the engine's terms. */
function askOf(
  network: Network,
  input: PromiseInput,
  extras: AskExtras,
  zone: ResolvedZone,
  cart: Cart,
): Ask {
  const { at } = input;
  const index = network.index();
  const degraded = staleSources(network, at);
  if (!network.knowsDays(zone.country, Math.floor(at / DAY_MS))) degraded.push('CALENDAR');
  const { policy } = network;
  const { set } = policy;
  const today = zoneClock(zone.timeZone).dayOf(at);
  const startMs = Math.max(at + set.releaseMinutes * MINUTE_MS, cart.notBeforeMs);
  return {
    network,
    index,
    policy,
    cart,
    at,
    channel: input.channel,
    currency: input.currency,
    customerGroups: input.customerGroups ?? none,
    promotionCodes: input.promotionCodes ?? none,
    locale: input.locale ?? 'en',
    limits: input.limits ?? {},
    effort: Math.min(1, Math.max(0, input.effort ?? 0.5)),
    country: zone.country,
    postalCode: input.destination.postalCode ?? '',
    zone,
    today,
    startMs,
    horizonMs: Math.max(at, cart.notBeforeMs, cart.restockMs) + set.horizonDays * DAY_MS,
    startDay: index.earliestDay(startMs),
    lateFromDay:
      extras.promisedLatestMs === undefined ? today : zoneClock(zone.timeZone).dayOf(extras.promisedLatestMs),
    deciding: extras.stage !== undefined,
    heldUntilMs: (Math.floor(at / HOLD_MS) + 2) * HOLD_MS,
    latestAllowedMs: extras.latestAllowedMs ?? Infinity,
    windowStartMs: extras.windowStartMs ?? null,
    stage: extras.stage ?? 0,
    excluded: excludedNumbers(network, extras.excludedLocationIds),
    own: ownUnits(network, extras.ownReservations ?? input.ownReservations),
    degraded,
    addDays: degraded.length > 0 ? set.degraded.addDays : 0,
    withhold:
      network.channelBuffer(input.channel) + (degraded.includes('STOCK') ? set.degraded.withholdUnits : 0),
    tracer: input.explain ? new Tracer() : null,
    pruning: network.pruning,
    language: (input.locale ?? 'en').split('-')[0]!,
    stockReasons: null,
  };
}

/** Sources that are older than the rules allow, or were never heard of. */
function staleSources(network: Network, at: number): DataSource[] {
  const limits = network.rules.degraded.staleAfterMs;
  const stale: DataSource[] = [];
  for (const source of Object.keys(limits) as DataSource[]) {
    const asOf = network.freshness(source);
    if (asOf === undefined || at - asOf > (limits[source] ?? Infinity)) stale.push(source);
  }
  return stale;
}

function excludedNumbers(network: Network, ids: readonly string[] | undefined): ReadonlySet<number> | null {
  if (!ids || ids.length === 0) return null;
  const numbers = ids.flatMap((id) => network.findLocation(id) ?? []);
  return numbers.length > 0 ? new Set(numbers) : null;
}

function ownUnits(network: Network, held: AskExtras['ownReservations']): Ask['own'] {
  if (!held || held.length === 0) return null;
  const own = new Map<string, Map<number, number>>();
  for (const { sku, locationId, quantity } of held) {
    const l = network.findLocation(locationId);
    if (l === undefined) continue;
    const places = own.get(sku) ?? new Map<number, number>();
    own.set(sku, places.set(l, (places.get(l) ?? 0) + quantity));
  }
  return own;
}
