import type { PostalPoint } from '@promesse/geography/postal/derive';

const point = (postalCode: string, latitude: number, longitude: number): PostalPoint | undefined =>
  postalCode !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { postalCode, latitude, longitude }
    : undefined;

/** Rows with a header: postal_code, places, latitude, longitude. Rows without usable coordinates are left out. */
export function* readMeans(text: string): Generator<PostalPoint> {
  for (const line of text.split('\n').slice(1)) {
    const [code = '', , latitude, longitude] = line.split('\t');
    const read = line === '' ? undefined : point(code, Number(latitude), Number(longitude));
    if (read !== undefined) yield read;
  }
}

/** GeoNames' own form, twelve columns and no header: country, code, place, six of regions, latitude, longitude, accuracy. */
export function* readGeoNames(text: string): Generator<PostalPoint & { readonly country: string }> {
  for (const line of text.split('\n')) {
    const columns = line.split('\t');
    if (columns.length < 11) continue;
    const [country = '', code = ''] = columns;
    const read = point(code, Number(columns[9]), Number(columns[10]));
    if (read !== undefined) yield { country: country.toUpperCase(), ...read };
  }
}
