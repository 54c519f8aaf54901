import type { VehicleClass } from '../model/networkConfig.ts';

/** Emission factors of one vehicle class, well to wheel. */
export interface VehicleFactor {
  /** Grams of CO2e per tonne-kilometre. */
  readonly gramsPerTonneKm: number;
  /** Grams of CO2e per vehicle-kilometre, for rounds counted per stop. */
  readonly gramsPerKm: number;
  readonly source: string;
}

/** A versioned set of emission factors with its sources. */
export interface FactorSet {
  readonly version: string;
  readonly vehicles: Readonly<Record<VehicleClass, VehicleFactor>>;
  /** Handling of one parcel in a warehouse or hub, grams. */
  readonly hubGramsPerParcel: number;
  /** The customer's own trip: vehicle grams per km, share of trips made for the parcel alone by car. */
  readonly customerTrip: {
    readonly gramsPerKm: number;
    readonly dedicatedCarShare: number;
    readonly source: string;
  };
  /** Road distance over great-circle distance (shortest feasible distance of ISO 14083). */
  readonly detour: number;
}

const DESNZ = 'UK Government GHG conversion factors 2025 (DESNZ), direct + WTT (+ T&D)';

/**
 * The default set. Road, rail and air from the DESNZ 2025 flat file; the cargo bike has no DESNZ factor and
 * carries a literature value, which makes every estimate that uses it DEFAULT rather than MODELED.
 */
export const desnz2025: FactorSet = {
  version: 'DESNZ-2025',
  vehicles: {
    VAN_DIESEL: { gramsPerTonneKm: 782, gramsPerKm: 317, source: DESNZ },
    VAN_ELECTRIC: { gramsPerTonneKm: 297, gramsPerKm: 94, source: DESNZ },
    CARGO_BIKE: {
      gramsPerTonneKm: 26.5 / 0.05,
      gramsPerKm: 26.5,
      source: 'electricity 4.5 g/km + rider 22 g/km, trade press 2021; 50 kg mean load',
    },
    RIGID_HGV: { gramsPerTonneKm: 241, gramsPerKm: 900, source: DESNZ },
    ARTIC_HGV: { gramsPerTonneKm: 95, gramsPerKm: 1050, source: DESNZ },
    RAIL: { gramsPerTonneKm: 35, gramsPerKm: 0, source: DESNZ },
    AIR_SHORT_HAUL: { gramsPerTonneKm: 1484, gramsPerKm: 0, source: `${DESNZ}, with radiative forcing` },
    AIR_DOMESTIC: { gramsPerTonneKm: 5178, gramsPerKm: 0, source: `${DESNZ}, with radiative forcing` },
    NONE: { gramsPerTonneKm: 0, gramsPerKm: 0, source: 'no vehicle' },
  },
  hubGramsPerParcel: 0,
  customerTrip: {
    gramsPerKm: 160,
    dedicatedCarShare: 1 / 3,
    source:
      'a third of collections use a dedicated car trip (ADEME); 1.6 kg CO2e for a 10 km car trip (ADEME)',
  },
  detour: 1.2,
};

/** Vehicles whose factor is a literature value, not part of the official file. */
export const isDefaultFactor = (vehicle: VehicleClass): boolean => vehicle === 'CARGO_BIKE';
