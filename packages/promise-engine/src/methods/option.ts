import { cartValue, type Ask } from '../question/ask.ts';
import { customerTrip, type CustomerTrip } from '../carbon/estimate.ts';
import { feeOf } from '../model/deliveryFee.ts';
import { LOCAL_KM } from '../network/lanes.ts';
import type { MethodConfig, MethodPrice } from '../model/networkConfig.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import type { Plan } from '../solver/problem.ts';
import type {
  CarbonEstimate,
  DeliveryOption,
  DeliveryWindow,
  PickupPlace,
  PlannedShipment,
} from '../model/types.ts';
import type { WrittenPlan } from './shipments.ts';

/** What an option has beside its plan. */
export interface OptionExtras {
  /** What the customer pays, minor units of the question's currency. */
  readonly price: number;
  readonly timeZone: string;
  readonly pickup: PickupPlace | null;
  readonly windows: readonly DeliveryWindow[] | null;
  /** The plan's dates, or those of a window or of a point's opening hours. */
  readonly earliestMs: number;
  readonly latestMs: number;
  /** The plan's, with where they go; absent: as they are written. */
  readonly shipments?: readonly PlannedShipment[];
}

/** Price of a method for a cart; null when the method has no price in the currency. */
export function priceOf(ask: Ask, method: MethodConfig): number | null {
  const price = (method.zonePrices?.[ask.zone.zoneId ?? ''] ?? method.prices)[ask.currency];
  if (!price) return null;
  const ruled = method.fees === undefined ? null : feeOf(method.fees, ask, () => cartValue(ask));
  if (ruled !== null) return ruled;
  const free = (method.freeFromOn?.[ask.channel] ?? method.freeFrom)?.[ask.currency];
  if (free !== undefined && cartValue(ask) >= free) return 0;
  return Math.round(price.base + (price.perKg ?? 0) * chargedKg(price, ask.cart.kg));
}

/** Kilograms charged beside the base; a gram's rounding error begins no kilogram. */
const chargedKg = ({ includedKg }: MethodPrice, kg: number): number =>
  includedKg === undefined ? kg : Math.max(0, Math.ceil(kg - includedKg - 1e-6));

/** An option from a written plan. */
export function optionOf(
  { ask, method }: MethodRun,
  plan: Plan,
  written: WrittenPlan,
  extras: OptionExtras,
): DeliveryOption {
  const { currency } = ask;
  const { price, pickup, windows, shipments = written.shipments } = extras;
  const rate = ask.index.zones[ask.zone.zoneIndex]!.taxRate ?? 0;
  const option: Writable<DeliveryOption> = {
    handle: `${method.code}|${pickup === null ? '' : pickup.id}|${windows === null ? '' : windows[0]!.fromMs}`,
    code: method.code,
    methodType: method.methodType,
    title: titleOf(ask, method),
    earliestMs: extras.earliestMs,
    latestMs: extras.latestMs,
    timeZone: extras.timeZone,
    orderByMs: written.orderByMs,
    confidence: written.confidence,
    price: { amountMinor: price, currency },
    // Prices include tax: the tax is the part of the price that is not net.
    tax: { amountMinor: Math.round((price * rate) / (10_000 + rate)), currency },
    costToServe: { amountMinor: written.costMinor, currency },
    carbon: pickup === null ? written.carbon : collected(ask, written.carbon, pickup),
    splitCount: shipments.length - 1,
    parcels: written.parcels,
    shipments,
    marks: [],
    optimality: {
      proven: plan.proven,
      score: plan.score,
      lowerBound: plan.lowerBound,
      gap:
        plan.proven || plan.score === 0
          ? 0
          : Math.max(0, (plan.score - plan.lowerBound) / Math.abs(plan.score)),
    },
  };
  // Added where they apply: spreading an empty object costs more than the rest of the option.
  if (windows !== null) option.windows = windows;
  if (pickup !== null) option.pickup = pickup;
  return option;
}

/** The customer's way: an address known by its area alone lies somewhere in it, not at its centre. */
const tripTo = ({ zone }: Ask, { distanceKm }: PickupPlace): CustomerTrip =>
  zone.precision === 'COORDINATES'
    ? { distanceKm, guessed: false }
    : { distanceKm: Math.max(LOCAL_KM, distanceKm), guessed: true };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const titleOf = ({ locale, language }: Ask, { titles, code }: MethodConfig): string =>
  titles[locale] ?? titles[language] ?? titles.default ?? code;

/** The carbon of a collected plan: the customer's own trip stands beside it. */
const collected = (ask: Ask, carbon: CarbonEstimate, pickup: PickupPlace): CarbonEstimate => ({
  grams: carbon.grams,
  scope: carbon.scope,
  method: carbon.method,
  factorSet: carbon.factorSet,
  accuracy: carbon.accuracy,
  legs: carbon.legs,
  customerTrip: customerTrip(tripTo(ask, pickup), ask.policy.factors),
});
