/** Where an address lies, as precisely as it is known. */
export interface LocatedPlace {
  readonly latitude: number;
  readonly longitude: number;
  /** The address lies within so many metres of the point. */
  readonly radiusMetres: number;
  /** The code itself, a beginning of it, or no more than the country. */
  readonly precision: 'CODE' | 'PREFIX' | 'COUNTRY';
  /** Code or beginning that was found. */
  readonly area: string;
  /** Country of the network's zones and services: the asked one, or a territory that is a destination of its own. */
  readonly destination: string;
}

/** Postal geography, given by whoever has it: where a postal code of a country lies; undefined for no country. */
export type Locator = (country: string, postalCode: string | undefined) => LocatedPlace | undefined;
