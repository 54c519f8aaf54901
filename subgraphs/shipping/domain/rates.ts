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

/** What services ask for a parcel by their lanes, the cheapest for the retailer first; none for what is too heavy. */
export function ratesOf(services: readonly Tariff[], { from, to, weightGrams }: RateRequest): CarrierRate[] {
  const extraKg = Math.max(0, Math.ceil(weightGrams / 1_000) - 1);
  return services
    .filter((service) => weightGrams >= 1 && weightGrams <= service.maxWeightGrams)
    .flatMap(({ code, lanes }) =>
      lanes
        .filter(
          (lane) =>
            lane.originCountry === from.country &&
            lane.destinationCountry === to.country &&
            (lane.postalPrefixes.length === 0 ||
              lane.postalPrefixes.some((prefix) => to.postalCode.startsWith(prefix))),
        )
        .map((lane) => ({
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
