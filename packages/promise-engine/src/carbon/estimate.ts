import type { ServiceConfig } from '../model/networkConfig.ts';
import type { CarbonEstimate, CarbonLeg, CustomerTripEstimate } from '../model/types.ts';
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
export function estimateCarbon(shipments: readonly CarbonShipment[], factors: FactorSet): CarbonEstimate {
  const legs: CarbonLeg[] = [];
  let moved = 0;
  let primary = 0;
  let byDefault = false;
  let grams = 0;
  for (let n = 0; n < shipments.length; n++) {
    const shipment = shipments[n]!;
    const { service } = shipment;
    if (service === null) continue;
    moved++;
    if (service.carbon.primaryGramsPerParcel !== undefined) primary++;
    if (isDefaultFactor(service.carbon.lastMile) || isDefaultFactor(service.carbon.lineHaul))
      byDefault = true;
    addLegs(legs, shipment, service, n, factors);
  }
  for (const leg of legs) grams += leg.grams;
  return {
    grams,
    scope: 'WTW',
    method: 'ISO14083',
    factorSet: factors.version,
    accuracy: moved > 0 && primary === moved ? 'PRIMARY' : byDefault ? 'DEFAULT' : 'MODELED',
    legs,
  };
}

function addLegs(
  legs: CarbonLeg[],
  { distanceKm, weightKg, transfer }: CarbonShipment,
  service: ServiceConfig,
  shipment: number,
  factors: FactorSet,
): void {
  const { fixedGrams, gramsPerKg } = carbonRate(service, distanceKm, factors);
  const { lineHaul, lastMile, routeKm, drops, primaryGramsPerParcel } = service.carbon;
  if (primaryGramsPerParcel !== undefined) {
    const basis = 'figure of the carrier for one parcel';
    legs.push({
      shipment,
      weightKg,
      kind: 'LAST_MILE',
      vehicle: 'PRIMARY',
      distanceKm,
      grams: fixedGrams,
      basis,
    });
    return;
  }
  legs.push({
    shipment,
    weightKg,
    kind: transfer ? 'TRANSFER' : 'LINE_HAUL',
    vehicle: lineHaul,
    distanceKm: distanceKm * factors.detour,
    grams: gramsPerKg * weightKg,
    basis: basisOf(factors.vehicles[lineHaul]).haul,
  });
  legs.push({
    shipment,
    weightKg,
    kind: 'LAST_MILE',
    vehicle: lastMile,
    distanceKm: routeKm / Math.max(1, drops),
    grams: fixedGrams,
    basis: basisOf(factors.vehicles[lastMile]).stop,
  });
}

/** The customer's own way there and back, with its assumption. */
export function customerTrip(trip: CustomerTrip, factors: FactorSet): CustomerTripEstimate {
  const { gramsPerKm, dedicatedCarShare } = factors.customerTrip;
  const km = 2 * trip.distanceKm * factors.detour;
  const from = trip.guessed ? ' from within the area, its address unknown,' : '';
  return {
    grams: km * gramsPerKm * dedicatedCarShare,
    accuracy: 'DEFAULT',
    assumption: `${km.toFixed(1)} km there and back${from} x ${assumedPerKm(factors)}`,
  };
}

const perKm = new WeakMap<FactorSet, string>();

/** What is assumed of each kilometre, in words. */
function assumedPerKm(factors: FactorSet): string {
  let text = perKm.get(factors);
  if (text === undefined) {
    const { gramsPerKm, dedicatedCarShare, source } = factors.customerTrip;
    text = `${gramsPerKm} g/km x ${dedicatedCarShare.toFixed(2)} dedicated car trips; ${source}`;
    perKm.set(factors, text);
  }
  return text;
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
