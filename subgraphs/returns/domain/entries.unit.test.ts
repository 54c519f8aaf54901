import { describe, expect, it } from 'vitest';
import { decideInspect, decideReceive, decideRefunded, type Finding } from './decide.ts';
import { evolveReturn } from './evolve.ts';
import { returnEvent, unitsTaken, type ReturnEvent, type ReturnState } from './return.ts';

const ref = { returnId: 'r', orderId: 'o' };
type Entry = readonly [lineId: string, quantity: number, reason: 'DAMAGED' | 'CHANGED_MIND'];

/** A return with entries `r:1`, `r:2` ... that has been authorised. */
const returnOf = (...entries: readonly Entry[]): ReturnState =>
  fold(undefined, [
    returnEvent('returns.ReturnRequested', {
      ...{ ...ref, number: 'R-1', method: 'IN_STORE', owner: 'shopper-1', channel: 'web' },
      lines: entries.map(([lineId, quantity, reason]) => ({
        lineId,
        quantity,
        reason,
        sku: `sku-${lineId}`,
      })),
      cost: { amountMinor: 290, currency: 'EUR' },
    }),
    returnEvent('returns.ReturnAuthorized', ref),
  ]) as ReturnState;
function fold(state: ReturnState | undefined, events: readonly ReturnEvent[]): ReturnState | undefined {
  return events.reduce<ReturnState | undefined>((now, event) => evolveReturn(now, event, 1), state);
}
const then = (state: ReturnState, events: readonly ReturnEvent[]): ReturnState =>
  fold(state, events) as ReturnState;
const arrived = (state: ReturnState, counted: Parameters<typeof decideReceive>[1] = []): ReturnState =>
  then(state, decideReceive(state, counted, 'lyon', 5));
const looked = (state: ReturnState, ...findings: readonly Finding[]): ReturnState =>
  then(state, decideInspect(state, findings));
const finding = (
  entryId: string | undefined,
  quantity: number,
  disposition: Finding['disposition'] = 'RESTOCK',
  lineId = 'a',
): Finding => ({ ...(entryId === undefined ? {} : { entryId }), lineId, quantity, disposition });
const openOf = (state: ReturnState): number[] =>
  state.lines.map(
    ({ received, dispositions }) => received - dispositions.reduce((sum, each) => sum + each.quantity, 0),
  );

describe('entries of a return', () => {
  const two = returnOf(['a', 1, 'DAMAGED'], ['a', 1, 'CHANGED_MIND']);

  it('that name one line add up, and arrive each in full', () => {
    expect(two.lines.map(({ entryId }) => entryId)).toEqual(['r:1', 'r:2']);
    expect(unitsTaken([two]).get('a')).toBe(2);
    expect(arrived(two).lines.map(({ received }) => received)).toEqual([1, 1]);
    expect(unitsTaken([arrived(two)]).get('a')).toBe(2);
  });

  it('are found one by one; the other stays open and is found later', () => {
    const first = looked(arrived(two), finding('r:1', 1, 'SCRAP'));
    expect([first.status, openOf(first)]).toEqual(['RECEIVED', [0, 1]]);
    const both = looked(first, finding('r:2', 1));
    expect([both.status, openOf(both)]).toEqual(['INSPECTED', [0, 0]]);
    expect(both.lines.map(({ dispositions }) => dispositions[0]?.disposition)).toEqual(['SCRAP', 'RESTOCK']);
  });

  it('are filled in their order by a finding that names their line only', () => {
    expect(openOf(looked(arrived(two), finding(undefined, 1)))).toEqual([0, 1]);
    expect(openOf(looked(arrived(two), finding(undefined, 2)))).toEqual([0, 0]);
  });

  it.each([
    ['more than an entry has', [finding('r:1', 2)]],
    ['more than the line has', [finding(undefined, 3)]],
    ['one entry twice', [finding('r:1', 1), finding('r:1', 1)]],
    ['an entry, then all of the line', [finding('r:1', 1), finding(undefined, 2)]],
  ])('refuse a finding of %s', (_what, findings) => {
    const state = arrived(two);
    expect(() => decideInspect(state, findings)).toThrowError(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'INVALID_QUANTITY' }) as object,
      }) as Error,
    );
  });

  it('that are none are not found', () => {
    for (const wrong of [finding('r:3', 1), finding('r:1', 1, 'RESTOCK', 'b')])
      expect(() => decideInspect(arrived(two), [wrong])).toThrow(/entry of the return/);
    expect(() => decideReceive(two, [{ lineId: 'b', quantity: 1 }], 'lyon', 5)).toThrow(/return line/);
  });

  it('are counted by entry, or over the line in their order', () => {
    const many = returnOf(['a', 2, 'DAMAGED'], ['a', 3, 'CHANGED_MIND'], ['b', 1, 'DAMAGED']);
    const receivedOf = (counted: Parameters<typeof decideReceive>[1]) =>
      arrived(many, counted).lines.map(({ received }) => received);
    expect(receivedOf([{ lineId: 'a', quantity: 3 }])).toEqual([2, 1, 1]);
    expect(receivedOf([{ entryId: 'r:2', lineId: 'a', quantity: 1 }])).toEqual([2, 1, 1]);
    expect(receivedOf([{ lineId: 'b', quantity: 0 }])).toEqual([2, 3, 0]);
    expect(() => receivedOf([{ lineId: 'a', quantity: 6 }])).toThrow(/5 units can arrive, not 6/);
    const [event] = decideReceive(many, [{ lineId: 'a', quantity: 3 }], 'lyon', 5);
    expect(event?.data).toMatchObject({ missing: [{ entryId: 'r:2', lineId: 'a', quantity: 2 }] });
  });

  it('of a return inspected in parts are refunded in parts; the last refund ends it', () => {
    const first = looked(arrived(two), finding('r:1', 1));
    const paid = then(first, decideRefunded(first, { causeId: 'r', amountMinor: 710 }));
    expect(paid).toMatchObject({ status: 'RECEIVED', refundMinor: 710, refundsOpen: [] });
    const all = looked(paid, finding('r:2', 1));
    const done = then(all, decideRefunded(all, { causeId: 'r:2', amountMinor: 1_000 }));
    expect(done).toMatchObject({ status: 'REFUNDED', refundMinor: 1_710 });
    expect(decideRefunded(done, { causeId: 'r:2', amountMinor: 1_000 })).toEqual([]);
  });

  it('may be refunded in the other order: the return ends with the last answer', () => {
    const all = looked(looked(arrived(two), finding('r:1', 1)), finding('r:2', 1));
    const second = then(all, decideRefunded(all, { causeId: 'r:2', amountMinor: 1_000 }));
    expect(second).toMatchObject({ status: 'INSPECTED', refundMinor: 1_000 });
    const done = then(second, decideRefunded(second, { causeId: 'r', amountMinor: 710 }));
    expect(done).toMatchObject({ status: 'REFUNDED', refundMinor: 1_710 });
  });

  it('of journals of before, which lack ids, are told apart by their order', () => {
    const state = arrived(two);
    const before = returnEvent('returns.ReturnInspected', {
      ...{ ...ref, locationId: 'lyon' },
      findings: [{ lineId: 'a', sku: 'sku-a', quantity: 2, disposition: 'RESTOCK' }],
    });
    expect(then(state, [before])).toMatchObject({ status: 'INSPECTED' });
    expect(openOf(then(state, [before]))).toEqual([0, 0]);
  });
});
