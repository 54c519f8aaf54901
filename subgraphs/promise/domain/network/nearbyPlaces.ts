import type { Coordinates, LocationConfig, PickupPointConfig } from '../networkConfig.ts';
import { OpenHours } from '../time/openHours.ts';
import { LatitudeList, type Near } from './latitudeList.ts';
import { shared } from './shared.ts';

/** Areas whose places are remembered: most questions name a postal code alone, and so the centre of its area. */
const AREAS = 1024;

/** Where orders can be collected: stores and pickup points, found by country and latitude. */
export class NearbyPlaces {
  /** Numbers of the locations where orders can be collected. */
  readonly stores: readonly number[];
  readonly #locations: readonly (LocationConfig | undefined)[];
  readonly #points = new Map<string, PickupPointConfig[]>();
  readonly #storesIn = new Map<string, LatitudeList<number>>();
  readonly #pointsIn = new Map<string, LatitudeList<PickupPointConfig>>();
  readonly #hours = new Map<PickupPointConfig, OpenHours>();
  readonly #storesOfArea = new Map<string, readonly Near<number>[]>();
  readonly #pointsOfArea = new Map<string, readonly Near<PickupPointConfig>[]>();

  constructor(
    locations: readonly (LocationConfig | undefined)[],
    stores: readonly number[],
    points: Iterable<PickupPointConfig>,
  ) {
    this.#locations = locations;
    this.stores = stores;
    for (const point of points) {
      if (point.active === false) continue;
      const key = `${point.kind}|${point.country}`;
      shared(this.#points, key, (): PickupPointConfig[] => []).push(point);
    }
  }

  /** Pickup points of a kind in a country. */
  points(kind: PickupPointConfig['kind'], country: string): readonly PickupPointConfig[] {
    return this.#points.get(`${kind}|${country}`) ?? [];
  }

  /**
   * Stores of a country within `km` of a point, nearest first.
   * @param area the area whose centre the point is; null for a point of one's own, which nobody asks for again.
   */
  storesNear(country: string, centre: Coordinates, km: number, area: number | null): readonly Near<number>[] {
    if (area === null) return this.#storesOf(country).within(centre, km);
    return remembered(this.#storesOfArea, `${area}|${km}`, () => this.#storesOf(country).within(centre, km));
  }

  /** Pickup points of a kind in a country within `km` of a point, nearest first. @param area as for stores. */
  pointsNear(
    kind: PickupPointConfig['kind'],
    country: string,
    centre: Coordinates,
    km: number,
    area: number | null,
  ): readonly Near<PickupPointConfig>[] {
    if (area === null) return this.#pointsOf(kind, country).within(centre, km);
    return remembered(this.#pointsOfArea, `${kind}|${area}|${km}`, () =>
      this.#pointsOf(kind, country).within(centre, km),
    );
  }

  /** Opening hours of a pickup point. */
  hoursOf(point: PickupPointConfig): OpenHours {
    return shared(this.#hours, point, () => new OpenHours(point.opening, point.timeZone));
  }

  #storesOf(country: string): LatitudeList<number> {
    return shared(this.#storesIn, country, () => {
      const stores = this.stores.filter((l) => this.#locations[l]!.country === country);
      return new LatitudeList(stores, (l) => this.#locations[l]!.coordinates);
    });
  }

  #pointsOf(kind: PickupPointConfig['kind'], country: string): LatitudeList<PickupPointConfig> {
    return shared(
      this.#pointsIn,
      `${kind}|${country}`,
      () => new LatitudeList(this.points(kind, country), (p) => p.coordinates),
    );
  }
}

/** As `shared`, but the oldest is forgotten when there are too many. */
function remembered<V>(map: Map<string, V>, key: string, make: () => V): V {
  if (map.size >= AREAS && !map.has(key)) map.delete(map.keys().next().value!);
  return shared(map, key, make);
}
