import { fulfillmentSettings } from './settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FulfillmentAction } from '../generated/resolverTypes.ts';
import {
  decideAccept,
  decideCollect,
  decideExpire,
  decideHandOver,
  decideHold,
  decideLabel,
  decideReady,
  decideReject,
  decideResume,
  decideStartPicking,
} from './decide.ts';
import { decideCancel } from './cancel.ts';
import { decideRemind, decideUncollected } from './collection.ts';
import { decidePick } from './pick.ts';
import { evolve } from './evolve.ts';
import {
  counterFaults,
  isEmpty,
  openUnits,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
} from './fulfillmentOrder.ts';
import { decidePack } from './pack.ts';
import { allowedActions, assignmentMachine, statusMachine, stepMachine } from './tables.ts';
import { codeOf, created } from './work.fixture.ts';

/** A random thing somebody does; what the table forbids is refused with a code. */
const doings = fc.oneof(
  fc
    .constantFrom<FulfillmentAction>(
      'ACCEPT',
      'START_PICKING',
      'PACK',
      'LABEL',
      'HAND_OVER',
      'READY_FOR_COLLECTION',
      'COLLECT',
    )
    .map((action) => ({ kind: 'action' as const, action })),
  fc
    .constantFrom('NOT_IN_STOCK' as const, 'CLOSED' as const)
    .map((reason) => ({ kind: 'reject' as const, reason })),
  fc.record({ kind: fc.constant('pick' as const), line: fc.nat(2), quantity: fc.nat(6) }),
  fc.record({
    kind: fc.constant('cancel' as const),
    line: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constantFrom({ kind: 'hold' as const }, { kind: 'resume' as const }, { kind: 'expire' as const }),
  fc.constantFrom({ kind: 'remind' as const }, { kind: 'uncollected' as const }),
);
type Doing = typeof doings extends fc.Arbitrary<infer D> ? D : never;

function decide(work: FulfillmentOrder, doing: Doing): FulfillmentOrderEvent[] {
  switch (doing.kind) {
    case 'reject':
      return decideReject(work, doing.reason);
    case 'pick':
      return decidePick(work, [{ lineId: `l${doing.line}`, quantity: doing.quantity }]);
    case 'cancel':
      return decideCancel(work, [{ lineId: `l${doing.line}`, quantity: doing.quantity }]);
    case 'hold':
      return decideHold(work);
    case 'resume':
      return decideResume(work);
    case 'expire':
      return decideExpire(work);
    case 'remind':
      return decideRemind(work, 19, fulfillmentSettings.defaults);
    case 'uncollected':
      return decideUncollected(work, 20);
    case 'action':
      switch (doing.action) {
        case 'ACCEPT':
          return decideAccept(work);
        case 'START_PICKING':
          return decideStartPicking(work);
        case 'PACK':
          return decidePack(work, [], { sizeOf: () => ({ weightGrams: 10 }) });
        case 'LABEL':
          return decideLabel(work, work.parcels, 'shipment');
        case 'HAND_OVER':
          return decideHandOver(work, 9);
        case 'READY_FOR_COLLECTION':
          return decideReady(work, 20);
        default:
          return decideCollect(work, 9);
      }
    default:
      return doing satisfies never;
  }
}

describe('any sequence of actions', () => {
  const known = new Set([undefined, 'INVALID_TRANSITION', 'INVALID_QUANTITY', 'BAD_USER_INPUT']);
  it('keeps the counters true and every step within the machines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.array(doings, { maxLength: 25 }),
        (quantities, collection, sequence) => {
          let work = created(quantities, collection);
          for (const doing of sequence) {
            let events: FulfillmentOrderEvent[] = [];
            const allowed = allowedActions(work);
            const code = codeOf(() => (events = decide(work, doing)));
            expect(known.has(code)).toBe(true);
            if (doing.kind === 'action') expect(code === undefined).toBe(allowed.includes(doing.action));
            for (const event of events) {
              const next = evolve(work, event, 1);
              for (const [machine, field] of [
                [statusMachine, 'status'],
                [assignmentMachine, 'assignment'],
                [stepMachine, 'step'],
              ] as const) {
                const can = machine.can as (from: string, to: string) => boolean;
                if (next[field] !== work[field])
                  expect([event.type, can(work[field], next[field])]).toEqual([event.type, true]);
              }
              work = next;
            }
            expect(counterFaults(work)).toEqual([]);
            expectSound(work, quantities);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function expectSound(work: FulfillmentOrder, quantities: readonly number[]): void {
  for (const [at, line] of work.lines.entries())
    expect(openUnits(line) + line.cancelled + line.rerouted).toBe(quantities[at]);
  const inParcels = (lineId: string): number =>
    work.parcels
      .flatMap((parcel) => parcel.lines)
      .reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);
  if (['PACKED', 'LABELLED', 'HANDED_OVER'].includes(work.step))
    for (const line of work.lines) expect(inParcels(line.lineId)).toBe(line.picked);
  if (['PICKED', 'PACKED', 'LABELLED'].includes(work.step))
    for (const line of work.lines) expect(line.picked).toBe(openUnits(line));
  if (work.status === 'OPEN' || work.status === 'IN_PROGRESS') expect(isEmpty(work)).toBe(false);
}
