import {
  serviceCode,
  type LocationConfig,
  type MethodConfig,
  type PickupPointConfig,
  type ServiceConfig,
  type ZoneConfig,
} from '../model/networkConfig.ts';
import type { VariantConfig } from '../model/goodsConfig.ts';

/**
 * What the retailer configured, record by record. Each setter replaces the record with the same id; those an index is
 * compiled from make the one there is out of date.
 */
export abstract class NetworkRecords {
  readonly #locations: (LocationConfig | undefined)[] = [];
  readonly #services = new Map<string, ServiceConfig>();
  readonly #methods = new Map<string, MethodConfig>();
  readonly #zones = new Map<string, ZoneConfig>();
  readonly #pickupPoints = new Map<string, PickupPointConfig>();
  readonly #variants = new Map<string, VariantConfig>();
  readonly #locationNumber = new Map<string, number>();

  get locations(): readonly (LocationConfig | undefined)[] {
    return this.#locations;
  }

  get services(): ReadonlyMap<string, ServiceConfig> {
    return this.#services;
  }

  get methods(): ReadonlyMap<string, MethodConfig> {
    return this.#methods;
  }

  get zones(): ReadonlyMap<string, ZoneConfig> {
    return this.#zones;
  }

  get pickupPoints(): ReadonlyMap<string, PickupPointConfig> {
    return this.#pickupPoints;
  }

  get variants(): ReadonlyMap<string, VariantConfig> {
    return this.#variants;
  }

  /** Called after each change that answers may see. */
  abstract changed(): void;

  /** Called when a location became known that has no record yet: answers do not see it. */
  abstract outdated(): void;

  /** Adds or replaces a location. @throws RangeError when its time zone is unknown. */
  setLocation(location: LocationConfig): void {
    this.#locations[this.locationNumber(location.id)] = location;
    this.changed();
  }

  removeLocation(id: string): void {
    const number = this.#locationNumber.get(id);
    if (number !== undefined) this.#locations[number] = undefined;
    this.changed();
  }

  setService(service: ServiceConfig): void {
    this.#services.set(service.id, service);
    this.changed();
  }

  removeService(id: string): void {
    this.#services.delete(id);
    this.changed();
  }

  setMethod(method: MethodConfig): void {
    this.#methods.set(method.code, method);
    this.changed();
  }

  removeMethod(code: string): void {
    this.#methods.delete(code);
    this.changed();
  }

  setZone(zone: ZoneConfig): void {
    this.#zones.set(zone.id, zone);
    this.changed();
  }

  setPickupPoint(point: PickupPointConfig): void {
    this.#pickupPoints.set(point.id, point);
    this.changed();
  }

  setVariant(variant: VariantConfig): void {
    this.#variants.set(variant.sku, variant);
  }

  removeVariant(sku: string): void {
    this.#variants.delete(sku);
  }

  /** Number of a location, given for life. */
  locationNumber(id: string): number {
    let number = this.#locationNumber.get(id);
    if (number === undefined) {
      number = this.#locations.length;
      this.#locations.push(undefined);
      this.#locationNumber.set(id, number);
      this.outdated();
    }
    return number;
  }

  /** Number of a known location; undefined when the id was never seen. */
  findLocation(id: string): number | undefined {
    return this.#locationNumber.get(id);
  }

  variant(sku: string): VariantConfig | undefined {
    return this.#variants.get(sku);
  }

  /** What people call a service; null for none. */
  serviceCode(id: string | null): string | null {
    const service = id === null ? undefined : this.#services.get(id);
    return service === undefined ? id : serviceCode(service);
  }
}
