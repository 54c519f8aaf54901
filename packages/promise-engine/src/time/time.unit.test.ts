import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { OpenSpan, ServiceConfig } from '../model/networkConfig.ts';
import { service } from '../../test/smallNetwork.fixture.ts';
import { CarrierCalendar } from './carrierCalendar.ts';
import { DispatchTable } from './dispatchTable.ts';
import { OpenHours } from './openHours.ts';
import { dayOfIso, isoOfDay, weekdayOf, zoneClock, MINUTE_MS } from './zoneClock.ts';

const HOUR = 60 * MINUTE_MS;
const ms = (iso: string): number => Date.parse(iso);
const iso = (at: number): string => new Date(at).toISOString();
const allWeek = (spans: OpenSpan[]): OpenSpan[][] => Array.from({ length: 7 }, () => spans);

describe('local days', () => {
  it('agree with Temporal on every day of the years the clocks change, in zones that differ', () => {
    for (const zone of [
      'Europe/Paris',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
    ]) {
      const clock = zoneClock(zone);
      for (let day = dayOfIso('2027-10-01'); day < dayOfIso('2028-12-01'); day++) {
        const date = Temporal.PlainDate.from(isoOfDay(day));
        expect(clock.dayStart(day)).toBe(date.toZonedDateTime(zone).epochMilliseconds);
        const noon = date.toZonedDateTime({ timeZone: zone, plainTime: '12:34' }).epochMilliseconds;
        expect(clock.at(day, 12 * 60 + 34)).toBe(noon);
        expect(clock.dayOf(noon)).toBe(day);
      }
    }
  });

  it('have 23 and 25 hours on the nights the clocks change', () => {
    const clock = zoneClock('Europe/Paris');
    const length = (date: string): number =>
      clock.dayStart(dayOfIso(date) + 1) - clock.dayStart(dayOfIso(date));
    expect(length('2026-03-29')).toBe(23 * HOUR);
    expect(length('2026-10-25')).toBe(25 * HOUR);
    expect(length('2028-02-29')).toBe(24 * HOUR);
  });

  it('move a skipped clock time forward and take the first of a doubled one', () => {
    const clock = zoneClock('Europe/Paris');
    expect(iso(clock.at(dayOfIso('2026-03-29'), 150))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(clock.at(dayOfIso('2026-10-25'), 150))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('know weekdays across leap days', () => {
    expect(weekdayOf(dayOfIso('2028-02-28'))).toBe(0);
    expect(weekdayOf(dayOfIso('2028-02-29'))).toBe(1);
    expect(weekdayOf(dayOfIso('2028-03-01'))).toBe(2);
  });
});

describe('working time', () => {
  const shop = new OpenHours(
    {
      weekly: allWeek([
        { open: '09:00', close: '12:00' },
        { open: '14:00', close: '18:00' },
      ]),
      closedDates: ['2026-12-25'],
    },
    'Europe/Paris',
  );

  it('counts only while the place is open', () => {
    expect(iso(shop.addWork(ms('2026-11-23T10:30:00Z'), 60 * MINUTE_MS))).toBe('2026-11-23T13:30:00.000Z');
    expect(iso(shop.addWork(ms('2026-11-23T16:30:00Z'), 60 * MINUTE_MS))).toBe('2026-11-24T08:30:00.000Z');
    expect(iso(shop.addWork(ms('2026-12-24T16:30:00Z'), 60 * MINUTE_MS))).toBe('2026-12-26T08:30:00.000Z');
  });

  it('runs backwards to the latest start that still makes the deadline', () => {
    for (let i = 0; i < 400; i++) {
      const deadline = ms('2026-11-20T00:00:00Z') + i * 37 * MINUTE_MS;
      const work = (5 + ((i * 13) % 300)) * MINUTE_MS;
      const start = shop.latestStart(deadline, work);
      expect(shop.addWork(start, work)).toBeLessThanOrEqual(deadline);
      expect(shop.addWork(start + 1, work)).toBeGreaterThan(deadline);
    }
  });

  it('is an hour longer or shorter on the nights the clocks change', () => {
    const night = new OpenHours({ weekly: allWeek([{ open: '00:00', close: '24:00' }]) }, 'Europe/Paris');
    const from = ms('2026-10-24T22:00:00Z');
    expect(night.addWork(from, 25 * HOUR)).toBe(zoneClock('Europe/Paris').dayStart(dayOfIso('2026-10-26')));
    const warehouse = new OpenHours({ weekly: allWeek([{ open: '00:00', close: '06:00' }]) }, 'Europe/Paris');
    const done = warehouse.addWork(
      zoneClock('Europe/Paris').dayStart(dayOfIso('2026-03-29')),
      5 * HOUR + MINUTE_MS,
    );
    expect(iso(done)).toBe('2026-03-29T22:01:00.000Z');
  });

  it('never ends where the place never opens', () => {
    const shut = new OpenHours({ weekly: allWeek([]) }, 'Europe/Paris');
    expect(shut.addWork(ms('2026-11-23T10:00:00Z'), HOUR)).toBeNaN();
    expect(shut.latestStart(ms('2026-11-23T10:00:00Z'), HOUR)).toBeNaN();
  });
});

describe('collections', () => {
  const hours = new OpenHours({ weekly: allWeek([{ open: '08:00', close: '18:00' }]) }, 'Europe/Paris');
  const daily = [['16:00'], ['16:00'], ['16:00'], ['16:00'], ['16:00'], [], []];

  const pickupFor = (table: DispatchTable, start: number): number => {
    const block = table.blockAt(start);
    return block.pickup[table.first(block, start)] ?? NaN;
  };

  it('are made by work begun at the last start, and missed a millisecond later', () => {
    const table = new DispatchTable(
      hours,
      { serviceId: 's', weekly: daily, readyMinutesBefore: 30 },
      2 * HOUR,
      0,
    );
    const last = ms('2026-11-23T12:30:00Z');
    expect(iso(pickupFor(table, last))).toBe('2026-11-23T15:00:00.000Z');
    expect(iso(pickupFor(table, last + 1))).toBe('2026-11-24T15:00:00.000Z');
  });

  it('obey the order cut-off even where handling would be quicker', () => {
    const schedule = { serviceId: 's', weekly: daily, orderCutOff: '11:00' };
    const table = new DispatchTable(hours, schedule, HOUR, 15 * MINUTE_MS);
    const release = 15 * MINUTE_MS;
    expect(iso(pickupFor(table, ms('2026-11-23T10:00:00Z') + release))).toBe('2026-11-23T15:00:00.000Z');
    expect(iso(pickupFor(table, ms('2026-11-23T10:00:01Z') + release))).toBe('2026-11-24T15:00:00.000Z');
  });

  it('do not happen where nobody opens that day, on holidays as on the weekly day of rest', () => {
    const opening = {
      weekly: [...Array.from({ length: 6 }, () => [{ open: '08:00', close: '18:00' }]), []],
      closedDates: ['2026-12-25'],
    };
    const everyDay = Array.from({ length: 7 }, () => ['16:00']);
    const table = new DispatchTable(new OpenHours(opening, 'Europe/Paris'), { serviceId: 's', weekly: everyDay }, HOUR, 0); // prettier-ignore
    // Christmas is a Friday; Sunday the 27th is none either.
    expect(iso(pickupFor(table, ms('2026-12-24T15:00:00Z')))).toBe('2026-12-26T15:00:00.000Z');
    expect(iso(pickupFor(table, ms('2026-12-26T15:00:00Z')))).toBe('2026-12-28T15:00:00.000Z');
  });

  it('equal a search through the schedule, whatever the start', () => {
    const table = new DispatchTable(hours, { serviceId: 's', weekly: daily }, 3 * HOUR, 0);
    for (let i = 0; i < 300; i++) {
      const start = ms('2026-12-20T00:00:00Z') + i * 61 * MINUTE_MS;
      const ready = hours.addWork(start, 3 * HOUR);
      let expected = NaN;
      for (let day = hours.clock.dayOf(start); Number.isNaN(expected); day++) {
        const pickup = hours.clock.at(day, 16 * 60);
        if (weekdayOf(day) < 5 && pickup >= ready) expected = pickup;
      }
      expect(pickupFor(table, start)).toBe(expected);
    }
  });
});

describe('carrier days', () => {
  const carrier = (over: Partial<ServiceConfig> = {}): CarrierCalendar =>
    new CarrierCalendar(service('s', over), 'FR');
  const arrives = (calendar: CarrierCalendar, date: string, days: number): string =>
    isoOfDay(calendar.arrival(dayOfIso(date), days));

  it('skip weekends and holidays of the destination', () => {
    expect(arrives(carrier(), '2026-11-27', 1)).toBe('2026-11-30');
    expect(arrives(carrier(), '2026-12-24', 1)).toBe('2026-12-28');
    expect(arrives(carrier(), '2026-12-23', 1)).toBe('2026-12-24');
    expect(arrives(new CarrierCalendar(service('s'), 'DE'), '2026-12-24', 1)).toBe('2026-12-25');
  });

  it('deliver on the day of collection only when the carrier moves that day', () => {
    expect(arrives(carrier(), '2026-11-27', 0)).toBe('2026-11-27');
    expect(arrives(carrier(), '2026-11-28', 0)).toBe('2026-11-30');
  });

  it('cross a leap day and a year', () => {
    expect(arrives(carrier({ holidays: {} }), '2028-02-28', 2)).toBe('2028-03-01');
    expect(arrives(carrier(), '2026-12-31', 1)).toBe('2027-01-04');
  });

  it('run backwards to the last day of collection', () => {
    for (let day = dayOfIso('2026-11-01'); day < dayOfIso('2027-02-01'); day++) {
      for (const days of [0, 1, 3]) {
        const last = carrier().latestDispatchDay(day, days);
        expect(carrier().arrival(last, days)).toBeLessThanOrEqual(day);
        expect(carrier().arrival(last + 1, days)).toBeGreaterThan(day);
      }
    }
  });
});
