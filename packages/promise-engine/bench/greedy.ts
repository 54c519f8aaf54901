import type { Coordinates, LocationConfig, MethodConfig, ServiceConfig } from '../src/model/networkConfig.ts';
import type { PromiseInput } from '../src/model/types.ts';
import type { Instance } from './generator.ts';
import { stockOf } from './stockedNetwork.ts';

/** What a walk without calendars and without optimisation says of one method. */
export interface GreedyOption {
  readonly method: string;
  readonly latestAt: number;
  readonly priceMinor: number;
  readonly parcels: number;
}

const dayMs = 86_400_000;
const earthKm = 6_371;
const rad = Math.PI / 180;

/** Kilometres between two points along a great circle. */
function kmBetween(a: Coordinates, b: Coordinates): number {
  const dLat = Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2;
  const dLon = Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  const across = Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * dLon;
  return 2 * earthKm * Math.asin(Math.sqrt(dLat + across));
}

/**
 * The reference of a run: for each line the nearest location that has it and that the method's first service picks up
 * from, its lane's price and fixed transit days. No opening hours, cut-offs, holidays or capacity, no cheaper
 * combination of lines, no carbon, no reasons. What the exact promise costs beside it holds on any machine.
 */
export function greedyWalk(instance: Instance): (question: PromiseInput) => GreedyOption[] {
  const stock = stockOf(instance);
  const services = new Map(instance.services.map((service) => [service.id, service]));
  const locations = new Map(instance.locations.map((location) => [location.id, location]));

  const nearest = (sku: string, quantity: number, service: ServiceConfig, to: Coordinates) => {
    let best: { location: LocationConfig; km: number } | undefined;
    for (const { locationId, available } of stock.get(sku) ?? []) {
      const location = locations.get(locationId);
      if (location === undefined || available < quantity) continue;
      if (!location.pickups.some(({ serviceId }) => serviceId === service.id)) continue;
      const km = kmBetween(location.coordinates, to);
      if (best === undefined || km < best.km) best = { location, km };
    }
    return best;
  };

  const optionOf = (method: MethodConfig, question: PromiseInput, to: Coordinates): GreedyOption[] => {
    const service = services.get(method.serviceIds[0] ?? '');
    if (service === undefined) return [];
    const parcels = new Map<string, number>();
    for (const { sku, quantity } of question.lines) {
      const found = nearest(sku, quantity, service, to);
      if (found === undefined) return [];
      parcels.set(found.location.id, found.km);
    }
    const [days, price] = [...parcels.values()].reduce(
      ([latest, sum], km) => {
        const lane = service.transit.find(({ maxKm }) => km <= maxKm);
        const band = service.tariff.bands?.find(({ maxKm }) => km <= maxKm);
        return [Math.max(latest, lane?.latestDays ?? 7), sum + service.tariff.base + (band?.extra ?? 0)];
      },
      [0, 0],
    );
    return [
      { method: method.code, latestAt: question.at + days * dayMs, priceMinor: price, parcels: parcels.size },
    ];
  };

  return (question) => {
    const { country, postalCode = '', coordinates } = question.destination;
    const zone = instance.zones.find(
      (each) =>
        each.country === country && each.postalPrefixes.some((prefix) => postalCode.startsWith(prefix)),
    );
    const to = coordinates ?? zone?.centre;
    return to === undefined ? [] : instance.methods.flatMap((method) => optionOf(method, question, to));
  };
}
