import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterFaults, counterRules, newCounters, openUnits, returnableUnits } from './counters.ts';

const rules = Object.keys(counterRules) as (keyof typeof counterRules)[];
const step = fc.record({ rule: fc.constantFrom(...rules), units: fc.integer({ min: 1, max: 12 }) });
const start = fc
  .record({ ordered: fc.integer({ min: 1, max: 10 }), waiting: fc.integer({ min: 0, max: 10 }) })
  .map(({ ordered, waiting }) => newCounters(ordered, Math.min(ordered, waiting)));

describe('the counters of an order line', () => {
  it('never lie, whatever facts arrive in whatever order', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 30 }), (first, steps) => {
        let counters = first;
        for (const { rule, units } of steps) {
          counters = counterRules[rule](counters, units);
          expect({ rule, faults: counterFaults(counters), counters }).toEqual({ rule, faults: [], counters });
          expect(openUnits(counters)).toBeGreaterThanOrEqual(0);
          expect(returnableUnits(counters)).toBeGreaterThanOrEqual(0);
          expect(counters.ordered).toBe(first.ordered);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never go back where goods have left: shipped, delivered and returned only grow, but for uncollected ones', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 20 }), (first, steps) => {
        let before = first;
        for (const { rule, units } of steps) {
          const after = counterRules[rule](before, units);
          const grow = ['delivered', 'returned', ...(rule === 'recall' ? [] : ['shipped'])] as const;
          for (const counter of grow as readonly (keyof typeof after)[])
            expect(after[counter]).toBeGreaterThanOrEqual(before[counter]);
          before = after;
        }
      }),
    );
  });

  it('cancel backordered units first, then sourced ones, then those a location holds', () => {
    const counters = counterRules.release(newCounters(5, 1), 2);
    expect(counters).toMatchObject({ backordered: 1, sourced: 2, released: 2 });
    expect(counterRules.cancel(counters, 4)).toMatchObject({
      ...{ cancelled: 4, backordered: 0, sourced: 0, released: 1 },
    });
  });

  it('believe the carrier rather than a cancellation that came too late', () => {
    const cancelled = counterRules.cancel(newCounters(2, 0), 2);
    expect(counterRules.deliver(cancelled, 1)).toMatchObject({ cancelled: 1, shipped: 1, delivered: 1 });
  });

  it('count the earlier steps when only a later one is heard of', () => {
    expect(counterRules.deliver(newCounters(3, 0), 2)).toMatchObject({
      ...{ sourced: 1, released: 2, picked: 2, packed: 2, shipped: 2, delivered: 2 },
    });
  });

  it('of units nobody collected are cancelled as if they had never left, but not of what was delivered or lost', () => {
    const { ship, deliver, writeOff, recall } = counterRules;
    const left = writeOff(deliver(ship(newCounters(6, 0), 5), 2), 1);
    expect(recall(left, 9)).toMatchObject({
      ...{ ordered: 6, cancelled: 2, sourced: 1, released: 3, shipped: 3, delivered: 2, writtenOff: 1 },
    });
  });
});
