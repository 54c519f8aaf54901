import { describe, expect, it } from 'vitest';
import { decideHold, decideLabel, decideResume } from './decide.ts';
import { decideCancel } from './cancel.ts';
import { decidePick } from './pick.ts';
import { isEmpty, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { decidePack } from './pack.ts';
import { actionFaults, actionTable, allowedActions } from './tables.ts';
import { codeOf, created, fold, picking } from './work.fixture.ts';

const hundredGrams = { sizeOf: () => ({ weightGrams: 100 }) };

describe('the table of actions', () => {
  it('names a step or an answer that its machines do not allow', () => {
    const wrong = { ...actionTable.PACK, through: ['COLLECTED'] as const };
    expect(actionFaults({ PACK: wrong })).toEqual([
      'PACK cannot lead from PICKED to COLLECTED',
      'PACK cannot lead from MADE to COLLECTED',
      'PACK cannot lead from PACKED to COLLECTED',
    ]);
    const answered = { ...actionTable.ACCEPT, assignment: ['REJECTED'] as const };
    expect(actionFaults({ ACCEPT: answered })).toEqual(['ACCEPT cannot turn REJECTED into ACCEPTED']);
    expect(actionFaults(actionTable)).toEqual([]);
  });
  it('lets shipped goods be labelled and collected goods be put aside, not the other way round', () => {
    const packed = (collection: boolean) => {
      const picked = fold(picking([1], collection), decidePick(picking([1], collection), []));
      return fold(picked, decidePack(picked, [], hundredGrams));
    };
    const back = ['UNPICK', 'REPORT_FAILED'];
    expect(allowedActions(packed(false))).toEqual(['REJECT', 'PACK', 'LABEL', ...back]);
    expect(allowedActions(packed(true))).toEqual(['REJECT', 'PACK', 'READY_FOR_COLLECTION', ...back]);
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
      hundredGrams,
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
    expect(codeOf(() => decidePack(picked(), parcels, hundredGrams))).toBe(code);
  });
  it('asks for the weight of goods it does not know', () => {
    expect(codeOf(() => decidePack(picked(), [], { sizeOf: () => undefined }))).toBe('BAD_USER_INPUT');
  });
});

describe('cancelling', () => {
  it('takes packed units out of the parcels and voids the label they had', () => {
    const picked = fold(picking([5, 2]), decidePick(picking([5, 2]), []));
    const packed = fold(picked, decidePack(picked, [], hundredGrams));
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
