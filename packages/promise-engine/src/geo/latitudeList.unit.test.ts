import { expect, it } from 'vitest';
import { LatitudeList } from './latitudeList.ts';

const places = Array.from({ length: 50 }, (_, i) => ({
  id: i,
  coordinates: { latitude: 45 + ((i * 7) % 50) / 25, longitude: 4 + ((i * 13) % 50) / 25 },
}));
const list = () => new LatitudeList(places, (p) => p.coordinates);
const centre = { latitude: 46, longitude: 5 };
const idsAndKm = (near: readonly { place: { id: number }; km: number }[]) =>
  near.map(({ place, km }) => [place.id, km]);

it('finds the places within a radius, nearest first', () => {
  const near = list().within(centre, 60);
  expect(near.length).toBeGreaterThan(3);
  expect(near.map((n) => n.km)).toEqual(near.map((n) => n.km).toSorted((a, b) => a - b));
  expect(near.every(({ km }) => km <= 60)).toBe(true);
  const all = list().within(centre, 1000);
  expect(all).toHaveLength(50);
  expect(idsAndKm(near)).toEqual(idsAndKm(all.filter(({ km }) => km <= 60)));
});

it('remembers what is around an area for one radius, and another radius is another answer', () => {
  const known = list();
  const first = known.around('3', centre, 60);
  expect(known.around('3', centre, 60)).toBe(first);
  const wider = known.around('3', centre, 120);
  expect(wider.length).toBeGreaterThan(first.length);
  expect(idsAndKm(known.around('3', centre, 60))).toEqual(idsAndKm(first));
});

it('forgets the area it has known longest when there are too many', () => {
  const known = list();
  const first = known.around('0', centre, 60);
  for (let area = 1; area < 1024; area++) known.around(`${area}`, centre, 60);
  expect(known.around('0', centre, 60)).toBe(first);
  known.around('1024', centre, 60);
  expect(known.around('0', centre, 60)).not.toBe(first);
  expect(idsAndKm(known.around('0', centre, 60))).toEqual(idsAndKm(first));
});
