import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import type { FulfillmentAction } from '../generated/resolverTypes.ts';
import {
  decideAccept,
  decideCancel,
  decideCollect,
  decideExpire,
  decideHandOver,
  decideHold,
  decideLabel,
  decidePick,
  decideReady,
  decideReject,
  decideResume,
  decideStartPicking,
} from './decide.ts';
import { evolve } from './evolve.ts';
import {
  counterFaults,
  isEmpty,
  openUnits,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
} from './fulfillmentOrder.ts';
import { decidePack } from './pack.ts';
import {
  actionFaults,
  actionTable,
  allowedActions,
  assignmentMachine,
  statusMachine,
  stepMachine,
} from './tables.ts';

const created = (quantities: readonly number[], collection = false): FulfillmentOrder =>
  evolve(
    undefined,
    {
      type: 'fulfillment.FulfillmentOrderCreated',
      data: {
        ...{ fulfillmentOrderId: 'f', orderId: 'o', locationId: 'lyon', owner: 's', channel: 'web' },
        ...{ reservationId: 'r', serviceCode: collection ? null : 'standard', collection },
        lines: quantities.map((quantity, at) => ({
          lineId: `l${at}`,
          sku: `sku${at}`,
          quantity,
          future: false,
        })),
        dueAt: { pickStartMs: 1, packedMs: 2, handoverMs: 3 },
        promisedLatestAtMs: 4,
      },
    },
    0,
  );

const fold = (work: FulfillmentOrder, events: readonly FulfillmentOrderEvent[]): FulfillmentOrder =>
  events.reduce((state, event) => evolve(state, event, 1), work);

const codeOf = (task: () => unknown): string | undefined => {
  try {
    task();
    return undefined;
  } catch (error) {
    return errorCodeOf(error) ?? String(error);
  }
};

const picking = (quantities: readonly number[], collection = false): FulfillmentOrder => {
  const accepted = fold(created(quantities, collection), decideAccept(created(quantities, collection)));
  return fold(accepted, decideStartPicking(accepted));
};

describe('the table of actions', () => {
  it('names a step or an answer that its machines do not allow', () => {
    const wrong = { ...actionTable.PACK, through: ['COLLECTED'] as const };
    expect(actionFaults({ PACK: wrong })).toEqual(['PACK cannot lead from PICKED to COLLECTED']);
    const answered = { ...actionTable.ACCEPT, assignment: ['REJECTED'] as const };
    expect(actionFaults({ ACCEPT: answered })).toEqual(['ACCEPT cannot turn REJECTED into ACCEPTED']);
    expect(actionFaults(actionTable)).toEqual([]);
  });
  it('lets shipped goods be labelled and collected goods be put aside, not the other way round', () => {
    const packed = (collection: boolean) => {
      const picked = fold(picking([1], collection), decidePick(picking([1], collection), []));
      return fold(
        picked,
        decidePack(picked, [], () => 100),
      );
    };
    expect(allowedActions(packed(false))).toEqual(['LABEL']);
    expect(allowedActions(packed(true))).toEqual(['READY_FOR_COLLECTION']);
  });
  it('offers nothing while the order is on hold', () => {
    const held = fold(created([1]), decideHold(created([1])));
    expect(allowedActions(held)).toEqual([]);
    expect(allowedActions(fold(held, decideResume(held)))).toEqual(['ACCEPT', 'REJECT']);
  });
});

describe('picking', () => {
  it('counts lines left out as picked in full and missing units as gone elsewhere', () => {
    const work = picking([5, 2]);
    const events = decidePick(work, [{ lineId: 'l0', quantity: 3, reason: 'DAMAGED' }]);
    const after = fold(work, events);
    expect(after.lines.map(({ picked, rerouted }) => [picked, rerouted])).toEqual([
      [3, 2],
      [2, 0],
    ]);
    expect(events.map((event) => event.type)).toEqual(['fulfillment.Picked', 'fulfillment.StockDiscrepancy']);
    expect(events[1]?.data).toMatchObject({
      reason: 'DAMAGED',
      lines: [{ sku: 'sku0', locationId: 'lyon', quantity: 2 }],
    });
  });
  it('ends the work when nothing could be picked', () => {
    const work = picking([5]);
    const after = fold(work, decidePick(work, [{ lineId: 'l0', quantity: 0 }]));
    expect(after).toMatchObject({ step: 'SHORT', status: 'CANCELLED', rejectReason: 'NOT_IN_STOCK' });
    expect(isEmpty(after)).toBe(true);
  });
  it.each([
    ['an unknown line', [{ lineId: 'nope', quantity: 1 }], 'BAD_USER_INPUT'],
    [
      'a line named twice',
      [
        { lineId: 'l0', quantity: 1 },
        { lineId: 'l0', quantity: 1 },
      ],
      'BAD_USER_INPUT',
    ],
    ['more than asked', [{ lineId: 'l0', quantity: 6 }], 'INVALID_QUANTITY'],
    ['a negative quantity', [{ lineId: 'l0', quantity: -1 }], 'INVALID_QUANTITY'],
    ['a fraction', [{ lineId: 'l0', quantity: 1.5 }], 'INVALID_QUANTITY'],
    ['a million', [{ lineId: 'l0', quantity: 1_000_000 }], 'INVALID_QUANTITY'],
  ])('refuses %s', (_what, lines, code) => {
    expect(codeOf(() => decidePick(picking([5]), lines))).toBe(code);
  });
  it('does not call inbound units missing: stock never said they were there', () => {
    const work = picking([5]);
    const future = { ...work, lines: work.lines.map((line) => ({ ...line, future: true })) };
    const events = decidePick(future, [{ lineId: 'l0', quantity: 0 }]);
    expect(events.map((event) => event.type)).toEqual(['fulfillment.Picked']);
  });
});

describe('packing', () => {
  const picked = (): FulfillmentOrder => fold(picking([5, 2]), decidePick(picking([5, 2]), []));
  const grams = (): number => 100;
  it('weighs the goods where no weight is given', () => {
    const [packed] = decidePack(
      picked(),
      [
        {
          lines: [
            { lineId: 'l0', quantity: 5 },
            { lineId: 'l1', quantity: 1 },
          ],
        },
        { weightGrams: 42, lines: [{ lineId: 'l1', quantity: 1 }] },
      ],
      grams,
    );
    expect(packed?.data).toMatchObject({
      parcels: [
        { number: 1, weightGrams: 600 },
        { number: 2, weightGrams: 42 },
      ],
    });
  });
  it.each([
    ['units in no parcel', [{ lines: [{ lineId: 'l0', quantity: 5 }] }], 'BAD_USER_INPUT'],
    ['too many units', [{ lines: [{ lineId: 'l0', quantity: 6 }] }], 'INVALID_QUANTITY'],
    ['zero units', [{ lines: [{ lineId: 'l0', quantity: 0 }] }], 'INVALID_QUANTITY'],
    ['an empty parcel', [{ lines: [] }], 'BAD_USER_INPUT'],
    ['an unknown line', [{ lines: [{ lineId: 'x', quantity: 1 }] }], 'BAD_USER_INPUT'],
    [
      'a weight of zero',
      [
        {
          weightGrams: 0,
          lines: [
            { lineId: 'l0', quantity: 5 },
            { lineId: 'l1', quantity: 2 },
          ],
        },
      ],
      'BAD_USER_INPUT',
    ],
  ])('refuses %s', (_what, parcels, code) => {
    expect(codeOf(() => decidePack(picked(), parcels, grams))).toBe(code);
  });
  it('asks for the weight of goods it does not know', () => {
    expect(codeOf(() => decidePack(picked(), [], () => undefined))).toBe('BAD_USER_INPUT');
  });
});

describe('cancelling', () => {
  it('takes packed units out of the parcels and voids the label they had', () => {
    const picked = fold(picking([5, 2]), decidePick(picking([5, 2]), []));
    const packed = fold(
      picked,
      decidePack(picked, [], () => 100),
    );
    const labelled = fold(packed, decideLabel(packed, packed.parcels, 'shipment-1'));
    const events = decideCancel(labelled, [{ lineId: 'l0', quantity: 4 }]);
    expect(events[0]?.data).toMatchObject({ closed: false, voidShipmentId: 'shipment-1' });
    const after = fold(labelled, events);
    expect(after.parcels[0]?.lines).toEqual([
      { lineId: 'l0', quantity: 1 },
      { lineId: 'l1', quantity: 2 },
    ]);
    expect(after.step).toBe('PACKED');
    expect(after.shipmentId).toBeUndefined();
    expect(codeOf(() => decideLabel(after, labelled.parcels, 'shipment-1'))).toBe('CONFLICT');
  });
  it('cancels no more than there is, and nothing once it has left', () => {
    const work = created([2]);
    const all = fold(work, decideCancel(work, [{ lineId: 'l0', quantity: 99 }]));
    expect(all).toMatchObject({ status: 'CANCELLED', assignment: 'CANCEL_REQUESTED' });
    expect(decideCancel(all, [{ lineId: 'l0', quantity: 1 }])).toEqual([]);
  });
});

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
    case 'action':
      switch (doing.action) {
        case 'ACCEPT':
          return decideAccept(work);
        case 'START_PICKING':
          return decideStartPicking(work);
        case 'PACK':
          return decidePack(work, [], () => 10);
        case 'LABEL':
          return decideLabel(work, work.parcels, 'shipment');
        case 'HAND_OVER':
          return decideHandOver(work, 9);
        case 'READY_FOR_COLLECTION':
          return decideReady(work);
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
