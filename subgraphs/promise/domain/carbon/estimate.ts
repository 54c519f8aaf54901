import type { ServiceConfig } from '../networkConfig.ts';
import type { CarbonEstimate, CarbonLeg, CustomerTripEstimate } from '../types.ts';
import { isDefaultFactor, type FactorSet, type VehicleFactor } from './factors.ts';

/** Carbon of one shipment as the engine adds it up: grams per parcel group and per kilogram carried. */
export interface CarbonRate {
  readonly fixedGrams: number;
  readonly gramsPerKg: number;
}

/** Grams of one delivery stop: the round's emissions shared by its drops, whatever the parcel weighs. */
const stopGrams = (service: ServiceConfig, factors: FactorSet): number =>
  (factors.vehicles[service.carbon.lastMile].gramsPerKm * service.carbon.routeKm) /
  Math.max(1, service.carbon.drops);

/** Linear carbon model of a service over a distance; the carrier's own figure replaces it when there is one. */
export function carbonRate(service: ServiceConfig, distanceKm: number, factors: FactorSet): CarbonRate {
  const primary = service.carbon.primaryGramsPerParcel;
  if (primary !== undefined) return { fixedGrams: primary, gramsPerKg: 0 };
  const perKg =
    (factors.vehicles[service.carbon.lineHaul].gramsPerTonneKm * distanceKm * factors.detour) / 1000;
  return { fixedGrams: factors.hubGramsPerParcel + stopGrams(service, factors), gramsPerKg: perKg };
}

/** A shipment's part in an estimate. */
export interface CarbonShipment {
  /** null: the customer collects where the stock is, no transport leg. */
  readonly service: ServiceConfig | null;
  readonly distanceKm: number;
  readonly weightKg: number;
  /** Goods moved to a store for collection: a transfer, not a last mile. */
  readonly transfer: boolean;
}

/** The customer's way to a store or pickup point. */
export interface CustomerTrip {
  readonly distanceKm: number;
  /** Only the area of the customer is known. */
  readonly guessed: boolean;
}

/** Adds up the legs of all shipments (ISO 14083 transport chain elements), well to wheel. */
export function estimateCarbon(
  shipments: readonly CarbonShipment[],
  trip: CustomerTrip | null,
  factors: FactorSet,
): CarbonEstimate {
  const legs = shipments.flatMap((shipment, index) => shipmentLegs(shipment, index, factors));
  const moved = shipments.filter((s) => s.service !== null);
  const primary =
    moved.length > 0 && moved.every((s) => s.service!.carbon.primaryGramsPerParcel !== undefined);
  const byDefault = moved.some(
    (s) => isDefaultFactor(s.service!.carbon.lastMile) || isDefaultFactor(s.service!.carbon.lineHaul),
  );
  return {
    grams: legs.reduce((sum, leg) => sum + leg.grams, 0),
    scope: 'WTW',
    method: 'ISO14083',
    factorSet: factors.version,
    accuracy: primary ? 'PRIMARY' : byDefault ? 'DEFAULT' : 'MODELED',
    legs,
    ...(trip ? { customerTrip: customerTrip(trip, factors) } : {}),
  };
}

function shipmentLegs(shipment: CarbonShipment, index: number, factors: FactorSet): CarbonLeg[] {
  const { service, distanceKm, weightKg } = shipment;
  if (!service) return [];
  const rate = carbonRate(service, distanceKm, factors);
  if (service.carbon.primaryGramsPerParcel !== undefined) {
    const basis = 'figure of the carrier for one parcel';
    const grams = rate.fixedGrams;
    return [{ shipment: index, weightKg, kind: 'LAST_MILE', vehicle: 'PRIMARY', distanceKm, grams, basis }];
  }
  const haul = factors.vehicles[service.carbon.lineHaul];
  const last = factors.vehicles[service.carbon.lastMile];
  const { routeKm, drops } = service.carbon;
  return [
    {
      shipment: index,
      weightKg,
      kind: shipment.transfer ? 'TRANSFER' : 'LINE_HAUL',
      vehicle: service.carbon.lineHaul,
      distanceKm: distanceKm * factors.detour,
      grams: rate.gramsPerKg * weightKg,
      basis: haulBasis(haul),
    },
    {
      shipment: index,
      weightKg,
      kind: 'LAST_MILE',
      vehicle: service.carbon.lastMile,
      distanceKm: routeKm / Math.max(1, drops),
      grams: rate.fixedGrams,
      basis: stopBasis(last),
    },
  ];
}

/** The customer's own way there and back, with its assumption. */
export function customerTrip(trip: CustomerTrip, factors: FactorSet): CustomerTripEstimate {
  const { gramsPerKm, dedicatedCarShare, source } = factors.customerTrip;
  const km = 2 * trip.distanceKm * factors.detour;
  const share = dedicatedCarShare.toFixed(2);
  return {
    grams: km * gramsPerKm * dedicatedCarShare,
    accuracy: 'DEFAULT',
    assumption: `${km.toFixed(1)} km there and back${trip.guessed ? ' from within the area, its address unknown,' : ''} x ${gramsPerKm} g/km x ${share} dedicated car trips; ${source}`,
  };
}

const bases = new Map<VehicleFactor, { readonly haul: string; readonly stop: string }>();

/** The factor and its source in words; with the leg's own weight and distance the figure can be checked. */
function basisOf(factor: VehicleFactor): { readonly haul: string; readonly stop: string } {
  let basis = bases.get(factor);
  if (!basis) {
    const { gramsPerTonneKm, gramsPerKm, source } = factor;
    basis = {
      haul: `${gramsPerTonneKm} g/t.km x weight x distance (${source})`,
      stop: `${gramsPerKm} g/km x round / drops (${source})`,
    };
    bases.set(factor, basis);
  }
  return basis;
}

const haulBasis = (factor: VehicleFactor): string => basisOf(factor).haul;
const stopBasis = (factor: VehicleFactor): string => basisOf(factor).stop;
