import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterReservations, type Announced, type Awaiting } from './awaitedUnits.ts';

const receipt = (id: string, quantity: number, expectedAtMs: number): Announced => ({
  ...{ id, quantity, expectedAtMs },
});
const waits = (reservationId: string, quantity: number): Awaiting => ({ reservationId, quantity });

describe('orders that await units', () => {
  it('get them later when their receipt does, and nobody else', () => {
    const queue = [waits('first', 2), waits('second', 3), waits('third', 1)];
    const before = [receipt('a', 2, 10), receipt('b', 3, 20), receipt('c', 9, 30)];
    expect(laterReservations(queue, before, before)).toEqual([]);
    expect(
      laterReservations(queue, before, [receipt('a', 2, 10), receipt('b', 3, 25), receipt('c', 9, 30)]),
    ).toEqual([{ reservationId: 'second', previousExpectedAtMs: 20, expectedAtMs: 25 }]);
  });

  it('are served the oldest first, whichever receipt comes: the late one is for the youngest', () => {
    const queue = [waits('first', 2), waits('second', 2)];
    const before = [receipt('a', 2, 10), receipt('b', 2, 20)];
    expect(laterReservations(queue, before, [receipt('a', 2, 40), receipt('b', 2, 20)])).toEqual([
      { reservationId: 'first', previousExpectedAtMs: 10, expectedAtMs: 20 },
      { reservationId: 'second', previousExpectedAtMs: 20, expectedAtMs: 40 },
    ]);
  });

  it('wait for the last of their units, and not for those that have left', () => {
    const before = [receipt('a', 3, 10), receipt('b', 5, 20)];
    const after = [receipt('a', 3, 10), receipt('b', 5, 50)];
    expect(laterReservations([waits('both', 4)], before, after)).toHaveLength(1);
    expect(laterReservations([waits('one', 3)], before, after)).toEqual([]);
    expect(laterReservations([waits('one', 3)], before, after, 1)).toHaveLength(1);
  });

  it('hear of later dates alone, for any announcements', () => {
    const announced = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 5 }),
        expectedAtMs: fc.nat(99),
      }),
      { maxLength: 4 },
    );
    const queue = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(queue, announced, announced, (quantities, before, after) => {
        const waiting = quantities.map((quantity, n) => waits(`r${n}`, quantity));
        for (const each of laterReservations(waiting, before, after))
          expect(each.expectedAtMs).toBeGreaterThan(each.previousExpectedAtMs);
        expect(laterReservations(waiting, before, before)).toEqual([]);
      }),
    );
  });
});
