/** Code, currency, time zone, latitude, longitude, radius in km, language. */
export type CountryRow = readonly [
  code: string,
  currency: string,
  timeZone: string,
  latitude: number,
  longitude: number,
  radiusKm: number,
  language: string,
];
