import type { Coordinates, LocationConfig, PickupPointConfig } from '../model/networkConfig.ts';
import { OpenHours } from '../time/openHours.ts';
import { LatitudeList, type Near } from '../geo/latitudeList.ts';
import { shared } from './shared.ts';

/** Where orders can be collected: stores and pickup points, found by country and latitude. */
export class NearbyPlaces {
  /** Numbers of the locations where orders can be collected. */
  readonly stores: readonly number[];
  readonly #locations: readonly (LocationConfig | undefined)[];
  readonly #points = new Map<string, PickupPointConfig[]>();
  readonly #storesIn = new Map<string, LatitudeList<number>>();
  readonly #pointsIn = new Map<string, LatitudeList<PickupPointConfig>>();
  readonly #hours = new Map<PickupPointConfig, OpenHours>();
  readonly #sharedHours = new Map<string, OpenHours>();

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
   * @param area what the point is remembered by; null for a point of one's own, which nobody asks for again.
   */
  storesNear(country: string, centre: Coordinates, km: number, area: string | null): readonly Near<number>[] {
    const stores = this.#storesOf(country);
    return area === null ? stores.within(centre, km) : stores.around(area, centre, km);
  }

  /** Pickup points of a kind in a country within `km` of a point, nearest first. @param area as for stores. */
  pointsNear(
    kind: PickupPointConfig['kind'],
    country: string,
    centre: Coordinates,
    km: number,
    area: string | null,
  ): readonly Near<PickupPointConfig>[] {
    const points = this.#pointsOf(kind, country);
    return area === null ? points.within(centre, km) : points.around(area, centre, km);
  }

  /** Opening hours of a pickup point. Most points open alike, and so share them. */
  hoursOf(point: PickupPointConfig): OpenHours {
    return shared(this.#hours, point, () => {
      const { opening, timeZone } = point;
      const key = `${timeZone}|${JSON.stringify(opening)}`;
      return shared(this.#sharedHours, key, () => new OpenHours(opening, timeZone));
    });
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
