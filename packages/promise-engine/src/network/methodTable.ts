import type { DeliveryMethodType, MethodConfig, ServiceConfig } from '../model/networkConfig.ts';

/** What is looked up of methods for every question, found once for each index. */
export class MethodTable {
  readonly #methods: readonly MethodConfig[];
  readonly #services: readonly ServiceConfig[];
  readonly #serviceNumber: ReadonlyMap<string, number>;
  /** By country ('' = all), then by type. */
  readonly #ofType = new Map<string, Map<DeliveryMethodType, readonly MethodConfig[]>>();
  readonly #servicesOf = new Map<MethodConfig, readonly number[]>();
  readonly #byCarrier = new Map<MethodConfig, ReadonlyMap<string, readonly number[]>>();

  constructor(
    methods: readonly MethodConfig[],
    services: readonly ServiceConfig[],
    serviceNumber: ReadonlyMap<string, number>,
  ) {
    this.#methods = methods;
    this.#services = services;
    this.#serviceNumber = serviceNumber;
  }

  /** The methods of a type; with a country, only those that serve it. */
  ofType(type: DeliveryMethodType, country: string | null): readonly MethodConfig[] {
    let types = this.#ofType.get(country ?? '');
    if (!types) this.#ofType.set(country ?? '', (types = new Map()));
    let methods = types.get(type);
    if (!methods) {
      methods = this.#methods.filter(
        (m) => m.methodType === type && (country === null || (m.countries?.includes(country) ?? true)),
      );
      types.set(type, methods);
    }
    return methods;
  }

  /** Numbers of a method's services, in its order; those nobody configured are left out. */
  servicesOf(method: MethodConfig): readonly number[] {
    let services = this.#servicesOf.get(method);
    if (!services) {
      services = method.serviceIds.flatMap((id) => this.#serviceNumber.get(id) ?? []);
      this.#servicesOf.set(method, services);
    }
    return services;
  }

  /** The same by carrier. */
  servicesByCarrier(method: MethodConfig): ReadonlyMap<string, readonly number[]> {
    let carriers = this.#byCarrier.get(method);
    if (!carriers) {
      const found = new Map<string, number[]>();
      for (const s of this.servicesOf(method)) {
        const { carrier } = this.#services[s]!;
        const list = found.get(carrier);
        if (list) list.push(s);
        else found.set(carrier, [s]);
      }
      carriers = found;
      this.#byCarrier.set(method, carriers);
    }
    return carriers;
  }
}
