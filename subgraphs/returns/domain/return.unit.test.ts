import { describe, expect, it } from 'vitest';
import { decideCancel, decideInspect, decideReceive, decideReject } from './decide.ts';
import { returnOptions } from './options.ts';
import { evolveReturn } from './evolve.ts';
import { returnEvent, unitsTaken, type ReturnEvent, type ReturnState } from './return.ts';

const ref = { returnId: 'r1', orderId: 'o1' };
const asked = returnEvent('returns.ReturnRequested', {
  ...{ ...ref, number: 'R-1', method: 'DROP_OFF', owner: 'shopper-1', channel: 'web' },
  lines: [{ lineId: 'a', sku: 'shoe', quantity: 2, reason: 'DOES_NOT_FIT' }],
  cost: { amountMinor: 290, currency: 'EUR' },
});
const after = (...events: readonly ReturnEvent[]): ReturnState =>
  [returnEvent('returns.ReturnAuthorized', ref), ...events].reduce(
    (state, event) => evolveReturn(state, event, 1),
    evolveReturn(undefined, asked, 0),
  );
const received = (quantity: number) =>
  after(...decideReceive(after(), [{ lineId: 'a', quantity }], 'lyon', 5));
const finding = (quantity: number, disposition: 'RESTOCK' | 'REFUSE' = 'RESTOCK') => ({
  lineId: 'a',
  quantity,
  disposition,
});

describe('a return', () => {
  it('arrives in full unless somebody counted fewer units', () => {
    expect(after(...decideReceive(after(), [], 'lyon', 5))).toMatchObject({
      status: 'RECEIVED',
      lines: [{ received: 2 }],
    });
    expect(received(0).lines[0]?.received).toBe(0);
    expect(decideReceive(after(), [{ lineId: 'a', quantity: 1 }], 'lyon', 5)).toMatchObject([
      { data: { lines: [{ quantity: 1 }], missing: [{ lineId: 'a', sku: 'shoe', quantity: 1 }] } },
    ]);
    expect(unitsTaken([received(1)]).get('a')).toBe(1);
  });
  it.each([3, -1, 0.5])('cannot arrive with %d of 2 units', (quantity) => {
    expect(() => received(quantity)).toThrow(/2 units can arrive|from 0 on/);
  });
  it('is found in parts, and never more than arrived', () => {
    for (const findings of [[finding(3)], [finding(2), finding(1)]])
      expect(() => decideInspect(received(2), findings)).toThrow(/2 units have no finding yet|0 units have/);
    expect(() => decideInspect(received(2), [])).toThrow(/2 units have no finding/);
    const once = after(...decideReceive(after(), [], 'lyon', 5), ...decideInspect(received(2), [finding(1)]));
    expect(once).toMatchObject({ status: 'RECEIVED', inspections: 1, refundsOpen: ['r1'] });
    const [inspected, refund] = decideInspect(once, [finding(1)]);
    expect([inspected?.data, refund?.data]).toMatchObject([
      { inspectionId: 'r1:2', open: 0 },
      { causeId: 'r1:2' },
    ]);
    expect(() => decideInspect(once, [finding(2)])).toThrow(/1 units have no finding/);
  });
  it('is refunded for what was not refused, less the way back', () => {
    const [, refund] = decideInspect(received(2), [finding(1), finding(1, 'REFUSE')]);
    expect(refund).toMatchObject({
      type: 'returns.RefundRequested',
      data: { lines: [{ lineId: 'a', quantity: 1 }], cost: { amountMinor: 290 } },
    });
  });
  it('cannot be cancelled or rejected once it has arrived, nor inspected before', () => {
    expect(() => decideCancel(received(2))).toThrow(/RECEIVED/);
    expect(() => decideReject(received(2), 'no')).toThrow(/RECEIVED/);
    expect(() => decideInspect(after(), [finding(2)])).toThrow(/AUTHORIZED/);
    expect(after(...decideCancel(after())).status).toBe('CANCELLED');
  });
  it('nobody has heard of is not found', () => {
    for (const decide of [() => decideCancel(undefined), () => decideReceive(undefined, [], 'lyon', 0)])
      expect(decide).toThrow(/return/);
  });
  it('emits most when it is picked up', () => {
    const [, dropOff, pickup] = returnOptions(500);
    expect(pickup?.kgCO2e).toBeGreaterThan(dropOff?.kgCO2e ?? Infinity);
  });
});
