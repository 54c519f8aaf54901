import { narrowness, placeOf, type Place } from '@promesse/geography/coverage';
import { costOf, type ServiceFacts } from './service.ts';

/** A parcel somebody wants carried. */
export interface RateRequest {
  readonly from: { readonly country: string };
  readonly to: { readonly country: string; readonly postalCode: string };
  readonly weightGrams: number;
}

type Money = ServiceFacts['lanes'][number]['price'];

/** What a service asks for a parcel, and how long it takes. */
export interface CarrierRate {
  readonly serviceCode: string;
  /** What customers are charged. */
  readonly price: Money;
  /** What the retailer pays. */
  readonly cost: Money;
  readonly transitDaysMin: number;
  readonly transitDaysMax: number;
}

/** What of a service says its rates. */
export type Tariff = Pick<ServiceFacts, 'code' | 'maxWeightGrams' | 'lanes'>;

/** The lanes that name a place most narrowly; none where no lane goes. */
function narrowestOf(lanes: Tariff['lanes'], place: Place): Tariff['lanes'] {
  const signs = lanes.map((lane) => narrowness(lane, place));
  const best = Math.max(0, ...signs);
  return lanes.filter((_, i) => signs[i] === best);
}

/** What services ask for a parcel by their lanes, the cheapest for the retailer first; none for what is too heavy. */
export function ratesOf(services: readonly Tariff[], { from, to, weightGrams }: RateRequest): CarrierRate[] {
  const extraKg = Math.max(0, Math.ceil(weightGrams / 1_000) - 1);
  return services
    .filter((service) => weightGrams >= 1 && weightGrams <= service.maxWeightGrams)
    .flatMap(({ code, lanes }) =>
      narrowestOf(
        lanes.filter((lane) => lane.originCountry === from.country),
        placeOf(to.country, to.postalCode),
      ).map((lane) => ({
        serviceCode: code,
        price: {
          ...lane.price,
          amountMinor: lane.price.amountMinor + lane.pricePerKg.amountMinor * extraKg,
        },
        cost: { ...lane.cost, amountMinor: costOf(lane, weightGrams) },
        transitDaysMin: lane.transitDaysMin,
        transitDaysMax: lane.transitDaysMax,
      })),
    )
    .sort((a, b) => a.cost.amountMinor - b.cost.amountMinor || (a.serviceCode < b.serviceCode ? -1 : 1));
}
