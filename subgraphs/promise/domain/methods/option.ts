import { cartValue, type Ask } from '../candidates/ask.ts';
import { customerTrip } from '../carbon/estimate.ts';
import type { MethodConfig } from '../networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import type { DeliveryOption, DeliveryWindow, Money, PickupPlace } from '../types.ts';
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
  const money = (amountMinor: number): Money => ({ amountMinor, currency: ask.currency });
  const zone = ask.index.zones[ask.zone.zoneIndex]!;
  const rate = zone.taxRate ?? 0;
  const trip = extras.pickup ? { distanceKm: extras.pickup.distanceKm } : null;
  const gap =
    plan.proven || plan.score === 0 ? 0 : Math.max(0, (plan.score - plan.lowerBound) / Math.abs(plan.score));
  return {
    handle: [method.code, extras.pickup?.id ?? '', extras.windows?.[0]?.fromMs ?? ''].join('|'),
    code: method.code,
    methodType: method.methodType,
    title:
      method.titles[ask.locale] ??
      method.titles[ask.locale.split('-')[0]!] ??
      method.titles.default ??
      method.code,
    earliestMs: extras.earliestMs ?? max(shipments.map((s) => s.earliestMs)),
    latestMs: extras.latestMs ?? max(shipments.map((s) => s.latestMs)),
    timeZone: extras.timeZone,
    ...(extras.windows ? { windows: extras.windows } : {}),
    orderByMs: -max(shipments.map((s) => -s.orderByMs)),
    confidence: shipments.reduce((product, s) => product * s.confidence, 1),
    price: money(price),
    // Prices include tax: the tax is the part of the price that is not net.
    tax: money(Math.round((price * rate) / (10_000 + rate))),
    costToServe: money(written.costMinor),
    carbon: trip
      ? { ...written.carbon, customerTrip: customerTrip(trip, ask.policy.factors) }
      : written.carbon,
    splitCount: shipments.length - 1,
    parcels: shipments.reduce((sum, s) => sum + s.parcels, 0),
    shipments,
    ...(extras.pickup ? { pickup: extras.pickup } : {}),
    marks: [],
    optimality: { proven: plan.proven, score: plan.score, lowerBound: plan.lowerBound, gap },
  };
}

const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
