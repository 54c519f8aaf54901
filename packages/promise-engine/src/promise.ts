import { cartVectors, type CartVectors } from './candidates/cartVectors.ts';
import { methodRun } from './candidates/methodRun.ts';
import { collectInStore } from './methods/collect.ts';
import { homeDelivery } from './methods/homeDelivery.ts';
import { refused, type MethodOutcome } from './methods/outcome.ts';
import { pickupPoint } from './methods/pickupPoint.ts';
import { describeReason } from './model/reasonText.ts';
import type { Lanes } from './network/lanes.ts';
import { scheduled } from './methods/scheduled.ts';
import { fillRows } from './candidates/rows.ts';
import type { Ask } from './question/ask.ts';
import { refusedLocations } from './trace/traceRefusals.ts';
import type { Network } from './network/network.ts';
import type { DeliveryMethodType, MethodConfig } from './model/networkConfig.ts';
import { readAsk } from './question/readAsk.ts';
import type { DeliveryOption, PromiseInput, PromiseResult } from './model/types.ts';
import type { Reason, UnavailableOption } from './model/reasons.ts';

/** Every method type there is, in the order answers list them. */
export const METHOD_TYPES: readonly DeliveryMethodType[] = [
  'SHIPPING',
  'EXPRESS',
  'SAME_DAY',
  'INSTANT',
  'SCHEDULED',
  'WEEKEND',
  'PICKUP_POINT',
  'LOCKER',
  'PICKUP_IN_STORE',
  'RESERVE_AND_COLLECT',
];

/** An answer holds no longer than this, ms: stock moves. */
const MAX_LIFE_MS = 15 * 60_000;

/**
 * The delivery options of a cart, and for every method that cannot be offered the reasons why. A pure read of
 * the network: nothing is reserved. Bad input never throws; it comes back as coded reasons per method.
 */
export function promise(network: Network, input: PromiseInput): PromiseResult {
  const read = readAsk(network, input);
  if ('reasons' in read) return rejected(network, input, read.reasons);
  const { ask } = read;
  fillRows(ask, network.scratch);
  const options: DeliveryOption[] = [];
  const unavailable: UnavailableOption[] = [];
  const answering: Answering = { ask, vectors: cartVectors(ask), lanes: lanesOf(ask), options, unavailable };
  const wanted = input.methodTypes ?? METHOD_TYPES;
  for (const type of METHOD_TYPES) {
    if (!wanted.includes(type)) continue;
    const methods = ask.index.methodTable.ofType(type, input.servedOnly ? ask.country : null);
    // A type nobody configured is only mentioned when it was asked for.
    if (methods.length === 0 && input.methodTypes !== undefined) unavailable.push(notConfigured(type));
    addOffers(answering, methods);
  }
  if (options.length + unavailable.length === 0) unavailable.push(notConfigured('SHIPPING'));
  mark(options);
  return answer(network, ask, options, unavailable);
}

/** The order within a type; sorting is stable, so places of collection that are alike stay nearest first. */
const soonestFirst = (a: DeliveryOption, b: DeliveryOption): number =>
  a.latestMs - b.latestMs || a.price.amountMinor - b.price.amountMinor;

function notConfigured(methodType: DeliveryMethodType): UnavailableOption {
  const message = describeReason('NO_METHOD_CONFIGURED');
  return { methodType, reasons: [{ code: 'NO_METHOD_CONFIGURED', message }] };
}

/** An answer while it is made. */
interface Answering {
  readonly ask: Ask;
  readonly vectors: CartVectors;
  /** Into the destination's area. */
  readonly lanes: Lanes;
  readonly options: DeliveryOption[];
  readonly unavailable: UnavailableOption[];
}

/** Adds what all methods of one type come to. */
function addOffers(answering: Answering, methods: readonly MethodConfig[]): void {
  const { ask, vectors, lanes, options, unavailable } = answering;
  const offered: DeliveryOption[] = [];
  for (const method of methods) {
    const outcome = offerOver(ask, vectors, method, lanes);
    for (const option of outcome.options) offered.push(option);
    for (const refusal of outcome.unavailable) unavailable.push(refusal);
  }
  if (offered.length > 1) offered.sort(soonestFirst);
  for (const option of offered) options.push(option);
}

/** The outcome of one method, whatever its type. */
export const offer = (ask: Ask, vectors: CartVectors, method: MethodConfig): MethodOutcome =>
  offerOver(ask, vectors, method, lanesOf(ask));

/** @param lanes into the destination's area. */
function offerOver(ask: Ask, vectors: CartVectors, method: MethodConfig, lanes: Lanes): MethodOutcome {
  const barred = barredOutright(ask, method);
  if (barred) return barred;
  switch (method.methodType) {
    case 'SHIPPING':
    case 'EXPRESS':
    case 'SAME_DAY':
    case 'INSTANT':
    case 'WEEKEND':
      return homeDelivery(methodRun(ask, vectors, method, lanes));
    case 'SCHEDULED':
      return scheduled(methodRun(ask, vectors, method, lanes));
    case 'PICKUP_POINT':
    case 'LOCKER':
      return pickupPoint(methodRun(ask, vectors, method, lanes));
    case 'PICKUP_IN_STORE':
    case 'RESERVE_AND_COLLECT':
      return collectInStore(ask, vectors, method);
    default:
      return method.methodType satisfies never;
  }
}

const lanesOf = (ask: Ask): Lanes => ask.network.lanes(ask.index.zones[ask.zone.zoneIndex]!, ask.today);

/** What rules out a method before any location is looked at. */
function barredOutright(ask: Ask, method: MethodConfig): MethodOutcome | null {
  const { methodType } = method;
  if (ask.policy.set.disabledMethods?.includes(methodType)) return refused(method, 'METHOD_DISABLED');
  if (method.channels && !method.channels.includes(ask.channel)) return refused(method, 'CHANNEL_EXCLUDED');
  if (method.countries && !method.countries.includes(ask.country))
    return refused(method, 'COUNTRY_NOT_SERVED');
  for (const { sku, variant } of ask.cart.items) {
    const barred =
      variant.excludedMethods?.includes(methodType) || variant.excludedCountries?.includes(ask.country);
    if (barred) return refused(method, 'ITEM_RESTRICTED', { skus: [sku] });
  }
  return null;
}

/** Marks the fastest, cheapest and greenest options; ties go to the better date. */
function mark(options: readonly DeliveryOption[]): void {
  if (options.length === 0) return;
  put(best(options, latestOf), 'FASTEST');
  put(best(options, priceOf), 'CHEAPEST');
  put(best(options, gramsOf), 'GREENEST');
}

const latestOf = (o: DeliveryOption): number => o.latestMs;
const priceOf = (o: DeliveryOption): number => o.price.amountMinor;
// The customer's own trip counts: collecting by car is not green because the retailer does not pay for it.
const gramsOf = (o: DeliveryOption): number => o.carbon.grams + (o.carbon.customerTrip?.grams ?? 0);

/** The option with the least value. */
function best(options: readonly DeliveryOption[], value: (o: DeliveryOption) => number): DeliveryOption {
  let found = options[0]!;
  for (const option of options) {
    const difference = value(option) - value(found);
    if (difference < 0 || (difference === 0 && option.latestMs < found.latestMs)) found = option;
  }
  return found;
}

/** Options are this answer's own until it is given: their marks are filled in, not copied. */
function put(option: DeliveryOption, name: DeliveryOption['marks'][number]): void {
  (option.marks as DeliveryOption['marks'][number][]).push(name);
}

function answer(
  network: Network,
  ask: Ask,
  options: readonly DeliveryOption[],
  unavailable: readonly UnavailableOption[],
): PromiseResult {
  const { zoneId, precision, timeZone, fallback, radiusMetres } = ask.zone;
  let expires = ask.at + MAX_LIFE_MS;
  for (const { orderByMs } of options) expires = Math.min(expires, orderByMs);
  const result: PromiseResult = {
    computedAtMs: ask.at,
    expiresAtMs: Math.max(ask.at, expires),
    configVersion: network.configVersion,
    degraded: ask.degraded.length > 0,
    degradedSources: ask.degraded,
    destination: { zoneId, precision, timeZone, fallback, radiusMetres },
    options,
    unavailable,
  };
  return ask.tracer ? { ...result, trace: traceOf(network, ask) } : result;
}

/** The explanation of an answer. */
export function traceOf(network: Network, ask: Ask) {
  const { set } = ask.policy;
  return {
    configVersion: network.configVersion,
    ruleSet: { id: set.id, version: set.version },
    objective: set.objective,
    factorSet: network.factors.version,
    transitModel: network.transitModel.version,
    refused: refusedLocations(ask),
    problems: ask.tracer?.problems ?? [],
  };
}

/** A question that cannot be answered at all: every wanted method says why. */
export function rejected(network: Network, input: PromiseInput, reasons: readonly Reason[]): PromiseResult {
  const configured = new Set(network.index().methods.map((m) => m.methodType));
  const wanted = input.methodTypes ?? METHOD_TYPES.filter((t) => configured.has(t));
  const types: readonly DeliveryMethodType[] = wanted.length > 0 ? wanted : ['SHIPPING'];
  const at = Number.isFinite(input.at) ? input.at : 0;
  return {
    computedAtMs: at,
    expiresAtMs: at,
    configVersion: network.configVersion,
    degraded: false,
    degradedSources: [],
    destination: { zoneId: null, precision: 'UNKNOWN', timeZone: 'UTC', fallback: false },
    options: [],
    unavailable: types.map((methodType) => ({ methodType, reasons })),
  };
}
