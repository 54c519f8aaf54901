import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersOf } from './counters.ts';
import type { LedgerEvent } from './ledger/events.ts';
import { evolveAll, evolveLedger } from './ledger/evolve.ts';
import { ledgerFaults } from './ledger/invariants.ts';
import type { Ledger } from './ledger/ledger.ts';
import { lotsOf } from './ledger/lots.ts';
import type { LineCounters } from './order.ts';

/** A confirmed order of one line, of which some units are awaited. */
function line(ordered: number, awaited: number): Ledger {
  const source = { locationId: 'PARIS', receiptId: 'R1' };
  const lots = lotsOf([
    { lotId: 'a', lineId: 'a', sku: 'a', quantity: ordered, unitPriceMinor: 100, tax: { basisPoints: 2000 } },
  ]);
  const sources = [
    { lotId: 'a', quantity: ordered - awaited, source: { ...source, awaited: false } },
    { lotId: 'a', quantity: awaited, source: { ...source, awaited: true } },
  ];
  const placed = evolveLedger(undefined, {
    type: 'Placed',
    data: { orderId: 'o', currency: 'EUR', dueWhen: 'SHIPPED', lots, sources },
  });
  return evolveLedger(placed, { type: 'Confirmed', data: { causeId: 'o' } });
}

const types = [
  'Released',
  'Picked',
  'Packed',
  'Shipped',
  'Cancelled',
  'Recalled',
  'Delivered',
  'Lost',
] as const;
type FactType = (typeof types)[number] | 'ReturnRequested' | 'Returned' | 'ReturnClosed';
const allTypes: readonly FactType[] = [...types, 'ReturnRequested', 'Returned', 'ReturnClosed'];

/** A fact about units of the line, by one of three works, parcels or returns. */
function fact(type: FactType, quantity: number, which: string, causeId = `${type}:${which}`): LedgerEvent {
  const units = [{ lineId: 'a', quantity }];
  const named = { workId: `fo${which}`, shipmentId: `s${which}`, returnId: `r${which}` };
  return { type, data: { causeId, units, entries: units, ...named } } as LedgerEvent;
}

const counted = (ledger: Ledger): LineCounters => countersOf(ledger, 'a');
const after = (ledger: Ledger, ...facts: LedgerEvent[]): LineCounters => counted(evolveAll(ledger, facts));

const step = fc.record({
  type: fc.constantFrom(...allTypes),
  units: fc.integer({ min: 1, max: 12 }),
  which: fc.constantFrom('1', '2', '3'),
  causeId: fc.string({ minLength: 1, maxLength: 2 }),
});
const start = fc
  .record({ ordered: fc.integer({ min: 1, max: 10 }), waiting: fc.integer({ min: 0, max: 10 }) })
  .map(({ ordered, waiting }) => line(ordered, Math.min(ordered, waiting)));

describe('the counters of an order line', () => {
  it('never lie, whatever facts arrive in whatever order, and never go back where goods have left', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 30 }), (first, steps) => {
        let ledger = first;
        for (const { type, units, which, causeId } of steps) {
          const before = counted(ledger);
          ledger = evolveLedger(ledger, fact(type, units, which, causeId));
          expect(ledgerFaults(ledger)).toEqual([]);
          const now = counted(ledger);
          expect(now.ordered).toBe(before.ordered);
          expect(now.delivered).toBeGreaterThanOrEqual(before.delivered);
          expect(now.returned).toBeGreaterThanOrEqual(before.returned);
          if (type !== 'Recalled') expect(now.shipped).toBeGreaterThanOrEqual(before.shipped);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cancel awaited units first, then sourced ones, then those a location holds', () => {
    const ledger = evolveAll(line(5, 1), [fact('Released', 2, '1')]);
    expect(counted(ledger)).toMatchObject({ backordered: 1, sourced: 2, released: 2 });
    const data = { causeId: 'c', units: [{ lineId: 'a', quantity: 4 }] };
    expect(after(ledger, { type: 'Cancelled', data })).toMatchObject({
      ...{ cancelled: 4, backordered: 0, sourced: 0, released: 1 },
    });
  });

  it('believe the carrier rather than a cancellation that came too late', () => {
    expect(after(line(2, 0), fact('Cancelled', 2, '1'), fact('Delivered', 1, '1'))).toMatchObject({
      ...{ cancelled: 1, shipped: 1, delivered: 1 },
    });
  });

  it('count the earlier steps when only a later one is heard of', () => {
    expect(after(line(3, 0), fact('Delivered', 2, '1'))).toMatchObject({
      ...{ sourced: 1, released: 2, picked: 2, packed: 2, shipped: 2, delivered: 2 },
    });
  });

  it('of units nobody collected are cancelled as if they had never left, but not of what was delivered or lost', () => {
    const left = [fact('Shipped', 4, '1'), fact('Delivered', 2, '1'), fact('Shipped', 1, '2')];
    expect(after(line(6, 0), ...left, fact('Lost', 1, '2'), fact('Recalled', 9, '1'))).toMatchObject({
      ...{ ordered: 6, cancelled: 2, sourced: 1, released: 3, shipped: 3, delivered: 2, writtenOff: 1 },
    });
  });
});
