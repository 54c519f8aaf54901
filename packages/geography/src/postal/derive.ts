import { areaPart, widerAreas } from './area.ts';
import { metresBetween, type Point } from './distance.ts';
import { nearestDistances } from './nearest.ts';
import type { PostalArea } from './table.ts';

/** One postal code of a source of coordinates. */
export interface PostalPoint extends Point {
  readonly postalCode: string;
}

/** A beginning that fewer codes are known of says nothing of another code that begins so. */
const leastMembers = 3;
/** No code is known better than this: coordinates are of a town's middle, not of an address. */
const leastMetres = 700;
/** Codes merged from several places have a mean that can lie beside them: half as much again. */
const mergedFactor = 1.5;
/** A code further from the middle of its neighbours by number than so many times their usual distance is a fault. */
const faultFactor = 6;
const faultMetres = 80_000;

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;
const median = (values: Iterable<number>): number => middle([...values].sort((a, b) => a - b));

const medianPoint = (points: readonly Point[]): Point => ({
  latitude: median(points.map(({ latitude }) => latitude)),
  longitude: median(points.map(({ longitude }) => longitude)),
});

/** One point for each area of the source: the mean of its rows. */
function merged(country: string, rows: Iterable<PostalPoint>): Map<string, Point> {
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const { postalCode, latitude, longitude } of rows) {
    const area = areaPart(country, postalCode);
    const sum = sums.get(area) ?? { latitude: 0, longitude: 0, count: 0 };
    sum.latitude += latitude;
    sum.longitude += longitude;
    sum.count++;
    sums.set(area, sum);
  }
  const mean = ({ latitude, longitude, count }: { latitude: number; longitude: number; count: number }) => ({
    latitude: latitude / count,
    longitude: longitude / count,
  });
  return new Map([...sums].map(([area, sum]) => [area, mean(sum)]));
}

/**
 * Codes of large customers are often noted where their head office is, hundreds of kilometres away: such a code is
 * left out, so that what is known of its beginning answers.
 */
function withoutFaults(
  points: ReadonlyMap<string, Point>,
  near: (area: string) => string,
): Map<string, Point> {
  const groups = new Map<string, (readonly [string, Point])[]>();
  for (const entry of points) {
    const key = near(entry[0]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const kept = new Map<string, Point>();
  for (const group of groups.values()) {
    const centre = medianPoint(group.map(([, point]) => point));
    const usual = median(group.map(([, point]) => metresBetween(point, centre)));
    const limit = Math.max(faultMetres, faultFactor * usual);
    for (const [area, point] of group)
      if (group.length < 4 || metresBetween(point, centre) <= limit) kept.set(area, point);
  }
  return kept;
}

/** The middle of a box around points, and the metres within which all of them lie with their own uncertainty. */
function around(area: string, members: readonly PostalArea[]): PostalArea {
  const range = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const centre = {
    latitude: range(members.map(({ latitude }) => latitude)),
    longitude: range(members.map(({ longitude }) => longitude)),
  };
  const radius = members.map((each) => metresBetween(centre, each) + each.radiusMetres);
  return { area, ...centre, radiusMetres: Math.max(...radius) };
}

/**
 * What is known of a country's postal codes: each code with one and a half times the distance to its third
 * neighbour as its uncertainty (codes share the land between their middles), and each beginning with a circle around all codes that begin so.
 */
export function derivePostalAreas(country: string, rows: Iterable<PostalPoint>): PostalArea[] {
  const points = withoutFaults(merged(country, rows), (area) => widerAreas(country, area).at(-2) ?? area);
  const distances = nearestDistances([...points.values()], 3);
  const codes = [...points].map(([area, point], i): PostalArea => ({
    area,
    ...point,
    radiusMetres: Math.max(leastMetres, mergedFactor * distances[i]!),
  }));
  const below = new Map<string, PostalArea[]>();
  for (const code of codes)
    for (const wider of widerAreas(country, code.area)) {
      const members = below.get(wider);
      if (members === undefined) below.set(wider, [code]);
      else members.push(code);
    }
  const beginnings = [...below]
    .filter(([area, members]) => !points.has(area) && members.length >= leastMembers)
    .map(([area, members]) => around(area, members));
  return [...codes, ...beginnings];
}
