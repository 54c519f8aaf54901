import { postalFiles } from '@promesse/geography/postal/files';
import { describe, expect, it } from 'vitest';
import { createHolidayBook } from '../../../platform/values/holidays.ts';
import { nextOpening, pickupSlots, type PickupTerms, type Receiving } from './openTimes.ts';
import { methodAt, nearPlaces, pointOf, type KnownPlace } from './nearPlaces.ts';

const place = (id: string, latitude: number, more: Partial<KnownPlace> = {}): KnownPlace => ({
  ...{ id, name: id, kind: 'STORE', country: 'FR', active: true, abilities: ['COLLECT'] },
  ...{ latitude, longitude: 2.35, timeZone: 'Europe/Paris', closedDays: [] },
  openingHours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '10:00', closesAt: '19:00' })),
  ...more,
});
const workdays = { timeZone: 'Europe/Paris', isHoliday: () => false };
const paris = (text: string): number => Date.parse(`${text}+01:00`);

describe('places that take units back', () => {
  it('are stores and parcel points in use, no lockers and no warehouses', () => {
    expect(methodAt(place('a', 48))).toBe('IN_STORE');
    expect(methodAt(place('a', 48, { kind: 'PICKUP_POINT', abilities: [] }))).toBe('DROP_OFF');
    for (const more of [
      { active: false },
      { kind: 'WAREHOUSE' },
      { kind: 'PICKUP_POINT', abilities: ['LOCKER'] },
    ])
      expect(methodAt(place('a', 48, more))).toBeUndefined();
  });
  it('come nearest first, those of other countries left out', () => {
    const all = [place('far', 43.3), place('near', 48.86), place('rome', 48.85, { country: 'IT' })];
    const from = { latitude: 48.85, longitude: 2.35, country: 'FR' };
    expect(
      nearPlaces(all, from).map(({ place: { id }, distanceMetres }) => [id, distanceMetres > 0]),
    ).toEqual([
      ['near', true],
      ['far', true],
    ]);
  });
  it.each([
    ['a point', { country: 'FR', latitude: 48.85, longitude: 2.35 }, 0],
    ['a town beside Paris', { country: 'FR', postalCode: '92100' }, 20_000],
    ['a country alone', { country: 'FR' }, 2_000_000],
  ])('are looked for from %s', (_name, from, radius) => {
    const point = pointOf(from, postalFiles());
    expect(point?.radiusMetres).toBeLessThanOrEqual(radius);
    expect(point?.latitude).toBeGreaterThan(42);
  });
  it('are looked for from nowhere in a country nobody knows', () => {
    expect(pointOf({ country: 'XX' }, postalFiles())).toBeUndefined();
  });
});

describe('when a place is open', () => {
  it.each([
    ['now', '2026-03-10T12:00', '2026-03-10T10:00'],
    ['tomorrow', '2026-03-10T19:00', '2026-03-11T10:00'],
    ['after Sunday', '2026-03-14T20:00', '2026-03-16T10:00'],
  ])('%s', (_name, now, opens) => {
    expect(nextOpening(place('a', 48), paris(now))?.fromMs).toBe(paris(opens));
  });
  it('follows the hours somebody set for today, even on a day it is closed otherwise', () => {
    const short = { day: '2026-03-10', hours: [{ opensAt: '14:00', closesAt: '16:00' }] };
    const at = (today: KnownPlace['today'], more: Partial<KnownPlace> = {}) =>
      nextOpening(place('a', 48, { today, ...more }), paris('2026-03-10T12:00'))?.fromMs;
    expect(at(short)).toBe(paris('2026-03-10T14:00'));
    expect(at(short, { closedDays: ['2026-03-10'] })).toBe(paris('2026-03-10T14:00'));
    expect(at({ ...short, hours: [] })).toBe(paris('2026-03-11T10:00'));
    expect(at({ ...short, day: '2026-03-09' })).toBe(paris('2026-03-10T10:00'));
  });
  it('leaves out days it is closed, and knows places closed for weeks', () => {
    const closed = place('a', 48, { closedDays: ['2026-03-11'] });
    expect(nextOpening(closed, paris('2026-03-10T19:00'))?.fromMs).toBe(paris('2026-03-12T10:00'));
    expect(nextOpening(place('a', 48, { openingHours: [] }), paris('2026-03-10T19:00'))).toBeUndefined();
  });
});

describe('slots for a pickup', () => {
  const terms = {
    leadDays: 1,
    days: 2,
    weekdays: [1, 2, 3, 4, 5],
    slots: [{ from: '08:00', until: '12:00' }],
  };
  it('are on working days after today', () => {
    const slots = pickupSlots(terms, workdays, paris('2026-03-13T12:00'));
    expect(slots.map(({ fromMs }) => fromMs)).toEqual([paris('2026-03-16T08:00'), paris('2026-03-17T08:00')]);
  });
  it('begin later with a longer lead time, and end where no day is worked', () => {
    const [first] = pickupSlots({ ...terms, leadDays: 3 }, workdays, paris('2026-03-13T12:00'));
    expect(first?.fromMs).toBe(paris('2026-03-18T08:00'));
    expect(pickupSlots({ ...terms, weekdays: [] }, workdays, 0)).toEqual([]);
  });
  it.each([
    ['FR', '2026-05-13T12:00', ['2026-05-15', '2026-05-18']],
    ['DE', '2026-09-30T12:00', ['2026-10-01', '2026-10-02']],
    ['ES', '2026-10-09T12:00', ['2026-10-13', '2026-10-14']],
    ['IT', '2026-08-14T12:00', ['2026-08-17', '2026-08-18']],
    ['GB-NIR', '2026-03-16T12:00', ['2026-03-18', '2026-03-19']],
    ['GB', '2026-03-16T12:00', ['2026-03-17', '2026-03-18']],
    ['RE', '2027-12-17T12:00', ['2027-12-21', '2027-12-22']],
    ['FR', '2026-12-24T12:00', ['2026-12-28', '2026-12-29']],
  ])('leave out public holidays in %s after %s', (country, now, days) => {
    const book = createHolidayBook();
    const isHoliday = (date: string): boolean =>
      book(country, Number(date.slice(0, 4)))?.includes(date) === true;
    const slots = pickupSlots(terms, { timeZone: 'UTC', isHoliday }, Date.parse(`${now}Z`));
    expect(slots.map(({ fromMs }) => new Date(fromMs).toISOString().slice(0, 10))).toEqual(days);
  });
  it('lead over holidays: they are no working days', () => {
    const isHoliday = (date: string): boolean => date === '2026-03-16';
    const of = { timeZone: 'Europe/Paris', isHoliday };
    const [first] = pickupSlots({ ...terms, leadDays: 2 }, of, paris('2026-03-13T12:00'));
    expect(first?.fromMs).toBe(paris('2026-03-18T08:00'));
  });
  describe('go by the place that takes the goods in', () => {
    const hours = (opensAt: string, closesAt: string, ...weekdays: number[]) =>
      weekdays.map((weekday) => ({ weekday, opensAt, closesAt }));
    const shop = {
      ...{ timeZone: 'Europe/Paris', closedDays: [] as string[], isHoliday: (): boolean => false },
      openingHours: hours('09:00', '18:00', 1, 2, 3, 4, 5),
    };
    const evening = { ...terms, slots: [...terms.slots, { from: '18:00', until: '20:00' }] };
    const starts = (more: Partial<Receiving>, wanted: PickupTerms): string[] =>
      pickupSlots(wanted, { ...workdays, receiving: { ...shop, ...more } }, paris('2026-03-13T12:00')).map(
        ({ fromMs }) => new Date(fromMs).toISOString().slice(0, 13),
      );
    it.each<[string, Partial<Receiving>, PickupTerms, readonly string[]]>([
      ['open all week', {}, terms, ['2026-03-16T07', '2026-03-17T07']],
      ['closed on a day', { closedDays: ['2026-03-16'] }, terms, ['2026-03-17T07', '2026-03-18T07']],
      ['on holiday', { isHoliday: (day) => day === '2026-03-17' }, terms, ['2026-03-16T07', '2026-03-18T07']],
      [
        'open on Wednesdays',
        { openingHours: hours('09:00', '18:00', 3) },
        terms,
        ['2026-03-18T07', '2026-03-25T07'],
      ],
      ['closed when the slot begins', {}, evening, ['2026-03-16T07', '2026-03-17T07']],
      [
        'with other hours today',
        { today: { day: '2026-03-16', hours: [{ opensAt: '17:00', closesAt: '19:00' }] } },
        evening,
        ['2026-03-16T07', '2026-03-16T17', '2026-03-17T07'],
      ],
      ['shut today', { today: { day: '2026-03-16', hours: [] } }, terms, ['2026-03-17T07', '2026-03-18T07']],
      [
        'that never said its hours',
        { openingHours: [], closedDays: ['2026-03-16'] },
        terms,
        ['2026-03-17T07', '2026-03-18T07'],
      ],
    ])('%s', (_what, more, wanted, days) => {
      expect(starts(more, wanted)).toEqual(days);
    });
  });
});
