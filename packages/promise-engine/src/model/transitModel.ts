/** A lane: where a parcel leaves, where it goes, by which service. Areas are zone ids. */
export interface Lane {
  readonly serviceId: string;
  readonly carrier: string;
  readonly originArea: string;
  readonly originCountry: string;
  readonly destinationArea: string;
  readonly destinationCountry: string;
  readonly distanceKm: number;
}

/** What a model says about one lane. Days are the carrier's business days after the day of collection. */
export interface TransitEstimate {
  /** Days by which the given share of parcels has arrived. */
  readonly latestDays: number;
  /** Days before which hardly any parcel arrives. */
  readonly earliestDays: number;
  /** True share kept at `latestDays`, 0..1. */
  readonly confidence: number;
  /** Which data answered, for the trace: 'table', 'lane', 'area', 'service' ... with the count. */
  readonly basis: string;
}

/** Handling time of a location: working minutes from release to ready, at the target quantile. */
export interface HandlingEstimate {
  readonly minutes: number;
  readonly confidence: number;
  readonly basis: string;
}

/**
 * What is known of transit and handling times. Returning null means "no better than the configured table".
 * `version` changes whenever an answer may change, so that callers can cache. Implementations are pure reads.
 */
export interface TransitModel {
  readonly version: string;
  transit(lane: Lane, dispatchDayMs: number, target: number): TransitEstimate | null;
  handling(locationId: string, atMs: number, target: number): HandlingEstimate | null;
}

/** The model that knows nothing but the configured tables. */
export const tableTransitModel: TransitModel = {
  version: 'table',
  transit: () => null,
  handling: () => null,
};
