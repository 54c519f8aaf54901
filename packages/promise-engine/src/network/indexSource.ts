import type {
  Coordinates,
  LocationConfig,
  MethodConfig,
  PickupPointConfig,
  ServiceConfig,
  ZoneConfig,
} from '../model/networkConfig.ts';
import type { Locator } from '../model/locator.ts';
import type { RuleSet } from '../model/ruleTypes.ts';

/** What the index is compiled from. */
export interface IndexSource {
  readonly locations: readonly (LocationConfig | undefined)[];
  readonly services: ReadonlyMap<string, ServiceConfig>;
  readonly methods: ReadonlyMap<string, MethodConfig>;
  readonly zones: ReadonlyMap<string, ZoneConfig>;
  readonly pickupPoints: ReadonlyMap<string, PickupPointConfig>;
  readonly rules: RuleSet;
  /** Postal geography, if there is any. */
  readonly locate: Locator | undefined;
  /** Handling minutes of a location: learned, or configured. */
  readonly handlingMinutes: (location: LocationConfig) => number;
}

/** A carrier area locations ship from: a zone, or the location itself when no zone holds it. */
export interface OriginArea {
  readonly id: string;
  readonly country: string;
  readonly centre: Coordinates;
}
