import { metresBetween, type Point } from './distance.ts';

const cellDegrees = 0.25;
const key = (latitude: number, longitude: number): string =>
  `${Math.floor(latitude / cellDegrees)},${Math.floor(longitude / cellDegrees)}`;

/** Points at one place count once. */
function cellsOf(points: readonly Point[]): Map<string, Point[]> {
  const cells = new Map<string, Point[]>();
  const seen = new Set<string>();
  for (const point of points) {
    const place = `${point.latitude.toFixed(3)},${point.longitude.toFixed(3)}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const cell = key(point.latitude, point.longitude);
    const list = cells.get(cell);
    if (list === undefined) cells.set(cell, [point]);
    else list.push(point);
  }
  return cells;
}

/** Metres from each point to its n-th nearest other place. A place with fewer neighbours within 200 km has 50 km. */
export function nearestDistances(points: readonly Point[], n: number): number[] {
  const cells = cellsOf(points);
  return points.map((point) => {
    for (const reach of [1, 2, 4, 8]) {
      const found: number[] = [];
      for (let i = -reach; i <= reach; i++)
        for (let j = -reach; j <= reach; j++)
          for (const other of cells.get(
            key(point.latitude + i * cellDegrees, point.longitude + j * cellDegrees),
          ) ?? [])
            found.push(metresBetween(point, other));
      const others = found.filter((metres) => metres > 100).sort((a, b) => a - b);
      if (others.length >= n) return others[n - 1]!;
    }
    return 50_000;
  });
}
