import type { ResolvedZone } from '../geo/zoneFinder.ts';
import type { Network } from '../network/network.ts';
import type { NetworkIndex } from '../network/networkIndex.ts';
import { serviceCode, type MethodConfig, type ServiceConfig } from '../model/networkConfig.ts';
import type { Facts } from '../rules/conditions.ts';
import type { RuleMask } from '../rules/ruleMask.ts';
import type { Policy } from '../network/policy.ts';
import type { DataSource } from '../model/ruleTypes.ts';
import type { PromiseLimits } from '../model/types.ts';
import type { Reason } from '../model/reasons.ts';
import type { Cart } from './cart.ts';
import type { Tracer } from './tracer.ts';

/** One question in the engine's terms: everything the methods of one answer share. */
export interface Ask {
  readonly network: Network;
  readonly index: NetworkIndex;
  readonly policy: Policy;
  readonly cart: Cart;
  readonly at: number;
  readonly channel: string;
  readonly currency: string;
  /** Groups the customer belongs to; mostly none. */
  readonly customerGroups: readonly string[];
  /** Promotion codes the cart carries; mostly none. */
  readonly promotionCodes: readonly string[];
  readonly locale: string;
  readonly limits: PromiseLimits;
  readonly effort: number;
  readonly country: string;
  readonly postalCode: string;
  readonly zone: ResolvedZone;
  /** Local day of `at` at the destination. */
  readonly today: number;
  /** Earliest start of work: release of the order, or the pre-order date. */
  readonly startMs: number;
  /** No promise looks further ahead, epoch ms; it looks from the pre-order date where there is one. */
  readonly horizonMs: number;
  /** Earliest local day of that instant at any location: no collection is earlier. */
  readonly startDay: number;
  /** Day from which lateness counts: today, or the promised day. */
  readonly lateFromDay: number;
  /** A decision about an order, not an offer. */
  readonly deciding: boolean;
  /** Until when an offer whose date moves with every minute can be ordered: its date is that of an order then. */
  readonly heldUntilMs: number;
  /** No plan may end later, epoch ms. */
  readonly latestAllowedMs: number;
  /** Start of the window the customer chose; null when still open. */
  readonly windowStartMs: number | null;
  readonly stage: number;
  readonly excluded: ReadonlySet<number> | null;
  /** Units the order already holds, by article and location. */
  readonly own: ReadonlyMap<string, ReadonlyMap<number, number>> | null;
  readonly degraded: readonly DataSource[];
  readonly addDays: number;
  readonly withhold: number;
  readonly tracer: Tracer | null;
  /** Whether candidates that can be in no better plan are passed over. */
  readonly pruning: boolean;
  /** Language of the locale, without its region. */
  readonly language: string;
  /** Articles no set of locations has enough of; null until a method refuses and looks it up for all. */
  stockReasons: readonly Reason[] | null;
}

/** Facts of the order and method that rules may ask about. */
function orderFacts(ask: Ask, method: MethodConfig, service: ServiceConfig | null): Facts {
  return (field) => {
    switch (field) {
      case 'order.units':
        return ask.cart.units;
      case 'order.lines':
        return ask.cart.lines;
      case 'order.weightKg':
        return ask.cart.kg;
      case 'order.value':
        return cartValue(ask);
      case 'order.channel':
        return ask.channel;
      case 'order.country':
        return ask.country;
      case 'order.postalCode':
        return ask.postalCode;
      case 'order.customised':
        return ask.cart.customised;
      case 'order.sku':
        return ask.cart.items.map(({ sku }) => sku);
      case 'order.category':
        return ask.cart.items.flatMap(({ variant }) => variant.category ?? []);
      case 'order.brand':
        return ask.cart.items.flatMap(({ variant }) => variant.brand ?? []);
      case 'order.customerGroup':
        return ask.customerGroups;
      case 'method.code':
        return method.code;
      case 'method.type':
        return method.methodType;
      case 'service.id':
        return service === null ? '' : serviceCode(service);
      case 'service.carrier':
        return service?.carrier ?? '';
      default:
        return undefined;
    }
  };
}

/** Facts of a location that rules may ask about. */
function locationFacts(ask: Ask, target: { readonly latitude: number; readonly longitude: number }) {
  return (l: number): Facts => {
    const location = ask.index.locations[l];
    return (field) => {
      if (!location) return undefined;
      switch (field) {
        case 'location.id':
          return location.id;
        case 'location.type':
          return location.type;
        case 'location.country':
          return location.country;
        case 'location.group':
          return location.groups ?? [];
        case 'location.load':
          return location.load ?? 0;
        case 'location.distanceKm':
          return ask.index.distance(l, target);
        default:
          return undefined;
      }
    };
  };
}

/** Value of the goods in the question's currency, minor units; articles without a value count nothing. */
export function cartValue(ask: Ask): number {
  let value = 0;
  for (const item of ask.cart.items) value += item.need * (item.variant.value?.[ask.currency] ?? 0);
  return value;
}

/** What the rules say of every location for one service of a method (null: collected there); null without rules. */
export function ruleMask(ask: Ask, method: MethodConfig, service: ServiceConfig | null): RuleMask | null {
  const masks = ask.policy.masks[ask.stage]!;
  if (masks.empty) return null;
  const { zoneIndex } = ask.zone;
  // Distances are to the area's centre, so that one mask serves every address in it.
  const places = locationFacts(ask, ask.index.zones[zoneIndex]!.centre);
  return masks.mask(orderFacts(ask, method, service), zoneIndex, ask.index.locations.length, places);
}
