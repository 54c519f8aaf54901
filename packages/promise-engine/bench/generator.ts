import type {
  LocationConfig,
  MethodConfig,
  PickupPointConfig,
  ServiceConfig,
  ZoneConfig,
} from '../src/model/networkConfig.ts';
import type { VariantConfig } from '../src/model/goodsConfig.ts';
import { generateZones } from './instance/areas.ts';
import { generateLocation } from './instance/locations.ts';
import { generateMethods } from './instance/methods.ts';
import { generatePoint } from './instance/pickupPoints.ts';
import { generateServices } from './instance/services.ts';
import { generateVariant } from './instance/variants.ts';
import { Random } from './random.ts';

/** Size and nature of an instance. Equal options give equal instances. */
export interface InstanceOptions {
  readonly seed: number;
  readonly locations: number;
  /** 5 to 15. */
  readonly services: number;
  /** 3 to 7 method types. */
  readonly methods: number;
  readonly skus: number;
  /** Share of locations that stock an article. */
  readonly density: number;
  /** Large quantities against scarce stock and capacity in units: carts that must be split within lines. */
  readonly scarce?: boolean;
}

/** A network as plain records, and what carts can be made of. */
export interface Instance {
  readonly options: InstanceOptions;
  readonly zones: readonly ZoneConfig[];
  readonly services: readonly ServiceConfig[];
  readonly methods: readonly MethodConfig[];
  readonly locations: readonly LocationConfig[];
  readonly pickupPoints: readonly PickupPointConfig[];
  readonly variants: readonly VariantConfig[];
}

/** Builds the records of an instance. */
export function generateInstance(options: InstanceOptions): Instance {
  const random = new Random(options.seed);
  const zones = generateZones(random);
  const services = generateServices(random, options.services);
  return {
    options,
    zones,
    services,
    methods: generateMethods(services, options.methods),
    locations: Array.from({ length: options.locations }, (_, i) =>
      generateLocation(random, i, zones, services, options.scarce === true),
    ),
    pickupPoints: Array.from({ length: 400 }, (_, i) => generatePoint(random, i, zones)),
    variants: Array.from({ length: options.skus }, (_, i) => generateVariant(random, i)),
  };
}
