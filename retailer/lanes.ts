import { timeZones } from './cities.ts';

const countries = Object.keys(timeZones);
const origins = countries;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** What a service takes, in EUR cents: base price, price of a kilogram, what the carrier bills. */
export interface Terms {
  /** Transit in business days at home and abroad, fastest and longest usual. */
  readonly home: readonly [number, number];
  readonly abroad?: readonly [number, number];
  readonly price: number;
  readonly perKg: number;
  readonly cost: number;
  readonly maxDistanceKm?: number;
  readonly transitMinutes?: number;
}

/** Lanes between all countries of the retailer, dearer and slower across borders. */
export function lanes({ home, abroad, price, perKg, cost, maxDistanceKm, transitMinutes }: Terms) {
  return origins.flatMap((originCountry) =>
    countries
      .filter((destinationCountry) => destinationCountry === originCountry || abroad !== undefined)
      .map((destinationCountry) => {
        const same = destinationCountry === originCountry;
        const [transitDaysMin, transitDaysMax] = same ? home : (abroad ?? home);
        const more = same ? 0 : 350;
        return {
          ...{ originCountry, destinationCountry, transitDaysMin, transitDaysMax },
          ...(maxDistanceKm === undefined ? {} : { maxDistanceKm }),
          ...(transitMinutes === undefined ? {} : { transitMinutes }),
          ...{
            price: eur(price + more),
            pricePerKg: eur(perKg),
            cost: eur(cost + more),
            costPerKg: eur(Math.round(perKg * 0.6)),
          },
        };
      }),
  );
}
