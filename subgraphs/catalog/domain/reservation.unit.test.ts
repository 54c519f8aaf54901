import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onHandAfter } from './counts.ts';
import { evolveReservation } from './evolveReservation.ts';
import { allOpen, openPartOf, openUnits } from './openUnits.ts';
import { stateAsOf, type Reservation } from './reservation.ts';
import { mergeUnits, unitsIn, type LineUnits } from './units.ts';

const units = (quantity: number, future = false): LineUnits => ({
  sku: 'shoe',
  locationId: 'lyon',
  quantity,
  future,
});
const made = (lines: LineUnits[], state: 'SOFT' | 'FIRM' = 'FIRM'): Reservation =>
  evolveReservation(
    undefined,
    {
      type: 'catalog.ReservationMade',
      data: { reservationId: 'r', key: 'k', lines, state, expiresAtMs: 100 },
    },
    0,
  );
const fold = (
  state: Reservation,
  name: 'Committed' | 'Released',
  lines: LineUnits[],
  key = name,
): Reservation =>
  evolveReservation(
    state,
    { type: `catalog.Reservation${name}`, data: { reservationId: 'r', key, lines } },
    1,
  );

describe('a reservation', () => {
  it('ends COMMITTED if anything left, RELEASED if nothing did', () => {
    expect(fold(made([units(2)]), 'Released', [units(2)]).state).toBe('RELEASED');
    const part = fold(made([units(2)]), 'Committed', [units(1)]);
    expect(part.state).toBe('FIRM');
    expect(fold(part, 'Released', [units(1)]).state).toBe('COMMITTED');
  });
  it('of a cart is over at its time for every reader, swept or not', () => {
    const soft = made([units(1)], 'SOFT');
    expect([stateAsOf(soft, 99), stateAsOf(soft, 100)]).toEqual(['SOFT', 'EXPIRED']);
    expect(stateAsOf(made([units(1)]), 1_000)).toBe('FIRM');
  });
  it('lets awaited units go first, units on the shelf, or those that are named', () => {
    const held = made([units(2), units(3, true)]);
    const four = (future: boolean) => [units(4, future)];
    expect(openPartOf(held, four(false), 'AWAITED_FIRST')).toEqual([units(1), units(3, true)]);
    expect(openPartOf(held, four(true), 'SHELF_FIRST')).toEqual([units(2), units(2, true)]);
    expect(openPartOf(held, four(true), 'AS_NAMED')).toEqual([units(1), units(3, true)]);
    expect(openPartOf(held, four(false), 'AS_NAMED')).toEqual([units(2), units(2, true)]);
    // 7 ordered of which 2 are awaited; 3 of the shelf move: 2 are awaited still.
    const seven = made([units(5), units(2, true)]);
    expect(openPartOf(seven, [units(3)], 'AS_NAMED')).toEqual([units(3)]);
  });
  it('keeps units of a receipt apart to the end', () => {
    const held = made([units(2), units(3, true)]);
    expect(held.awaits).toEqual(['shoe@lyon']);
    const data = { reservationId: 'r', key: 'receipt', receiptId: 'truck', lines: [units(2, true)] };
    const after = evolveReservation(held, { type: 'catalog.ReservedUnitsArrived', data }, 5);
    expect(after.lines.map((line) => [line.future, line.quantity, line.receiptId])).toEqual([
      [false, 2, undefined],
      [true, 1, undefined],
      [false, 2, 'truck'],
    ]);
    const gone = fold(after, 'Committed', openPartOf(after, [units(3)], 'SHELF_FIRST'));
    expect(gone.lines.map((line) => [line.receiptId, openUnits(line)])).toEqual([
      [undefined, 0],
      [undefined, 1],
      ['truck', 1],
    ]);
    expect(unitsIn(allOpen(gone))).toBe(2);
    const rest = fold(gone, 'Released', openPartOf(gone, [units(1)], 'AWAITED_FIRST'), 'Released');
    expect(rest.awaits).toEqual([]);
  });
  it('never gives more units of a place than it holds there, however they are asked for', () => {
    const lines = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), future: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, lines, (held, asked) => {
        const of = (some: { quantity: number; future: boolean }[]) =>
          some.map((each) => units(each.quantity, each.future));
        const sum = (some: readonly { quantity: number }[]) =>
          some.reduce((all, each) => all + each.quantity, 0);
        const reservation = made(mergeUnits(of(held)));
        const parts = openPartOf(reservation, of(asked));
        expect(sum(parts)).toBe(Math.min(sum(held), sum(asked)));
        const after = fold(reservation, 'Committed', parts);
        expect(after.lines.every((line) => openUnits(line) >= 0)).toBe(true);
        expect(sum(allOpen(after))).toBe(sum(held) - sum(parts));
      }),
    );
  });
});

describe('units that are not where they should be', () => {
  it('leave the same stock whether the reservation has given them up before or after', () => {
    const before = { onHand: 10, reserved: 3, softReserved: 1 };
    const given = onHandAfter(
      { ...before, reserved: 1 },
      { reason: 'NOT_IN_STOCK', missing: 2, stillReserved: 0 },
    );
    expect(onHandAfter(before, { reason: 'NOT_IN_STOCK', missing: 2, stillReserved: 2 })).toBe(given);
    expect(given).toBe(2);
    expect(onHandAfter(before, { reason: 'DAMAGED', missing: 4, stillReserved: 0 })).toBe(6);
  });
});
