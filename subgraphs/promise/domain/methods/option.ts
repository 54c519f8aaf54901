import { cartValue, type Ask } from '../candidates/ask.ts';
import { customerTrip, type CustomerTrip } from '../carbon/estimate.ts';
import { LOCAL_KM } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import type { DeliveryOption, DeliveryWindow, PickupPlace } from '../types.ts';
import type { WrittenPlan } from './shipments.ts';

/** What an option has beside its plan. */
export interface OptionExtras {
  readonly timeZone: string;
  readonly pickup?: PickupPlace;
  readonly windows?: readonly DeliveryWindow[];
  /** Replaces the plan's dates (windows, opening hours of a point). */
  readonly earliestMs?: number;
  readonly latestMs?: number;
}

/** Price of a method for a cart; null when the method has no price in the currency. */
export function priceOf(ask: Ask, method: MethodConfig): number | null {
  const price = method.prices[ask.currency];
  if (!price) return null;
  const free = method.freeFrom?.[ask.currency];
  if (free !== undefined && cartValue(ask) >= free) return 0;
  return Math.round(price.base + (price.perKg ?? 0) * ask.cart.kg);
}

/** An option from a written plan. */
export function optionOf(
  ask: Ask,
  method: MethodConfig,
  plan: Plan,
  written: WrittenPlan,
  price: number,
  extras: OptionExtras,
): DeliveryOption {
  const { shipments } = written;
  const { currency } = ask;
  const sums = summed(shipments);
  const zone = ask.index.zones[ask.zone.zoneIndex]!;
  const rate = zone.taxRate ?? 0;
  const gap =
    plan.proven || plan.score === 0 ? 0 : Math.max(0, (plan.score - plan.lowerBound) / Math.abs(plan.score));
  const option: Writable<DeliveryOption> = {
    handle: [method.code, extras.pickup?.id ?? '', extras.windows?.[0]?.fromMs ?? ''].join('|'),
    code: method.code,
    methodType: method.methodType,
    title:
      method.titles[ask.locale] ??
      method.titles[ask.locale.split('-')[0]!] ??
      method.titles.default ??
      method.code,
    earliestMs: extras.earliestMs ?? sums.earliestMs,
    latestMs: extras.latestMs ?? sums.latestMs,
    timeZone: extras.timeZone,
    orderByMs: sums.orderByMs,
    confidence: sums.confidence,
    price: { amountMinor: price, currency },
    // Prices include tax: the tax is the part of the price that is not net.
    tax: { amountMinor: Math.round((price * rate) / (10_000 + rate)), currency },
    costToServe: { amountMinor: written.costMinor, currency },
    carbon: written.carbon,
    splitCount: shipments.length - 1,
    parcels: sums.parcels,
    shipments,
    marks: [],
    optimality: { proven: plan.proven, score: plan.score, lowerBound: plan.lowerBound, gap },
  };
  // Added where they apply: spreading an empty object costs more than the rest of the option.
  if (extras.windows) option.windows = extras.windows;
  if (extras.pickup) {
    option.pickup = extras.pickup;
    option.carbon = {
      ...written.carbon,
      customerTrip: customerTrip(tripTo(ask, extras.pickup), ask.policy.factors),
    };
  }
  return option;
}

/** The customer's way: an address known by its area alone lies somewhere in it, not at its centre. */
const tripTo = ({ zone }: Ask, { distanceKm }: PickupPlace): CustomerTrip =>
  zone.precision === 'COORDINATES'
    ? { distanceKm, guessed: false }
    : { distanceKm: Math.max(LOCAL_KM, distanceKm), guessed: true };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What an option says of all its shipments together. */
function summed(shipments: WrittenPlan['shipments']) {
  const sums = { earliestMs: -Infinity, latestMs: -Infinity, orderByMs: Infinity, confidence: 1, parcels: 0 };
  for (const s of shipments) {
    sums.earliestMs = Math.max(sums.earliestMs, s.earliestMs);
    sums.latestMs = Math.max(sums.latestMs, s.latestMs);
    sums.orderByMs = Math.min(sums.orderByMs, s.orderByMs);
    sums.confidence *= s.confidence;
    sums.parcels += s.parcels;
  }
  return sums;
}
