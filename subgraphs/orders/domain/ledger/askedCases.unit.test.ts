import { describe, expect, it } from 'vitest';
import { decideCancel } from './decideUnits.ts';
import type { LedgerEvent } from './events.ts';
import { TestLedger } from './ledger.fixture.ts';
import { countsOf } from './views.ts';

const order = (quantity: number) =>
  new TestLedger({ lines: [{ lineId: 'a', quantity, unitPriceMinor: 1000 }], dueWhen: 'COLLECTED' });
const units = (quantity: number) => [{ lineId: 'a', quantity }];
const change = (quantity: number): LedgerEvent => ({
  type: 'CancelAsked',
  data: { causeId: 'way', askId: 'way', units: units(quantity) },
});
const handedBack = (workId: string, quantity: number): LedgerEvent => ({
  type: 'Rerouted',
  data: { causeId: `way:${workId}`, askId: 'way', workId, units: units(quantity) },
});
const refused = (quantity: number): LedgerEvent => ({
  type: 'CancelRefused',
  data: { causeId: 'way:LEFT', askId: 'way', units: units(quantity) },
});
const back = ({ ledger }: TestLedger): number =>
  ledger.runs.reduce((sum, run) => sum + (run.handedBack === true ? run.to - run.from : 0), 0);
const asked = ({ ledger }: TestLedger): number => countsOf(ledger).cancelAsked;

describe('an answer that overtakes what the same location told before', () => {
  it('cancels what waited, and that it had been put out brings nothing back', () => {
    const life = order(3).fact('Released', 'fo1', { a: 3 });
    life.do(decideCancel(life.ledger, { units: units(2), causeId: 'ask' }).events);
    life.fact('Cancelled', 'fo1', { a: 2 }, { askId: 'ask', causeId: 'yes', waited: true });
    life.fact('Shipped', 'fo1', { a: 3 }, { waiting: true });
    expect(countsOf(life.ledger)).toMatchObject({ cancelled: 2, shipped: 1, cancelAsked: 0 });
  });

  it('cancels what waited in another store, told before it is known to have come there', () => {
    const life = order(2).fact('Released', 'fo1', { a: 2 });
    life.do(decideCancel(life.ledger, { units: units(1), causeId: 'ask' }).events);
    life.fact('Shipped', 'fo1', { a: 2 }, { shipmentId: 's1' });
    life.fact('Cancelled', 'fo2', { a: 1 }, { askId: 'ask', causeId: 'yes', waited: true });
    life.do([
      { type: 'ReadyToCollect', data: { causeId: 'fo2', workId: 'fo2', fromWorkId: 'fo1', units: units(2) } },
    ]);
    expect(countsOf(life.ledger)).toMatchObject({ cancelled: 1, shipped: 1, cancelAsked: 0 });
  });

  it('gives units back for another way although another location was thought to have them', () => {
    const life = order(2).fact('Released', 'fo2', { a: 1 });
    // The older work is heard of later and takes what the newer one has.
    life.fact('Released', 'fo1', { a: 2 }).do([change(2)]);
    life.fact('Shipped', 'fo2', { a: 1 }, { waiting: true });
    life.do([handedBack('fo1', 1), handedBack('fo2', 1)]);
    expect([back(life), asked(life), countsOf(life.ledger).shipped]).toEqual([2, 2, 0]);
  });
});

describe('units that are asked for and go otherwise meanwhile', () => {
  it('given up for lack of stock, the rest is handed back and the answer leaves nothing open', () => {
    const life = order(3)
      .fact('Released', 'fo1', { a: 3 })
      .do([change(3)]);
    life.fact('Cancelled', 'fo1', { a: 1 }, { causeId: 'none', fault: true });
    life.do([handedBack('fo1', 2), refused(1)]);
    expect([back(life), asked(life), countsOf(life.ledger).cancelled]).toEqual([2, 2, 1]);
  });

  it('not collected in time, they are what is refused, not what was handed back', () => {
    const life = order(3).fact('Released', 'fo1', { a: 1 }).fact('Released', 'fo2', { a: 2 });
    life.do([change(3)]).fact('Shipped', 'fo1', { a: 1 }, { waiting: true });
    life.do([{ type: 'Recalled', data: { causeId: 'late', workId: 'fo1', units: units(1) } }]);
    life.do([handedBack('fo2', 2), refused(1)]);
    expect([back(life), asked(life), countsOf(life.ledger).cancelled]).toEqual([2, 2, 1]);
  });
});

const goesTo = (quantity: number): LedgerEvent => ({
  type: 'Resourced',
  data: {
    ...{ causeId: 'way', askId: 'way' },
    sources: [{ lineId: 'a', quantity, source: { locationId: 'LYON', awaited: false } }],
  },
});
const resourced = goesTo(2);
const waiting = { waiting: true };
const sentOn = (quantity: number, late: boolean): LedgerEvent[] => [
  { type: 'Shipped', data: { causeId: 'fo1:left', workId: 'fo1', units: units(quantity), shipmentId: 's1' } },
  ...(late
    ? [{ type: 'Lost', data: { causeId: 'lost', shipmentId: 's1', units: units(quantity) } } as const]
    : []),
];
const atStore = (quantity: number): LedgerEvent => ({
  type: 'ReadyToCollect',
  data: { causeId: 'fo2', workId: 'fo2', fromWorkId: 'fo1', units: units(quantity) },
});
const placesOf = ({ ledger }: TestLedger): string[] =>
  ledger.runs.filter(({ lineId }) => lineId === 'a').map(({ place, from, to }) => `${place} ${to - from}`);

describe('what a work told before it gave units up, heard after they went another way', () => {
  const given = () =>
    order(2)
      .fact('Released', 'fo1', { a: 2 })
      .do([change(2), handedBack('fo1', 2), resourced]);
  it('takes none of them back onto its shelf, not even a part', () => {
    for (const late of [2, 1]) {
      const life = given().fact('Shipped', 'fo1', { a: late }, waiting);
      expect(placesOf(life)).toEqual(['RESERVED 2']);
    }
  });
  it('is nothing either when even its start is heard of then, by as many as it gave up', () => {
    const life = order(2).do([change(2), handedBack('fo1', 2), resourced]);
    life
      .fact('Released', 'fo1', { a: 2 })
      .fact('Picked', 'fo1', { a: 2 })
      .fact('Shipped', 'fo1', { a: 2 }, waiting);
    expect(placesOf(life)).toEqual(['RESERVED 2']);
  });
  it('counts for the units that it kept', () => {
    const life = order(3)
      .fact('Released', 'fo1', { a: 3 })
      .do([change(2), handedBack('fo1', 2), resourced]);
    life.fact('Shipped', 'fo1', { a: 3 }, { ...waiting, causeId: 'before' });
    expect(countsOf(life.ledger)).toMatchObject({ shipped: 1, sourced: 2 });
  });
  it('or by another work that is thought to have none, does not take what was given up from the change', () => {
    const life = order(3).fact('Released', 'fo3', { a: 1 });
    // What two locations have is mixed up: the older work is heard of last.
    life.fact('Released', 'fo2', { a: 1 }, { fromWorkId: 'fo1' });
    life.fact('Released', 'fo1', { a: 2 }).do([change(3), handedBack('fo3', 1), handedBack('fo2', 1)]);
    life.do([{ type: 'Delivered', data: { causeId: 's', shipmentId: 's', workId: 'fo4', units: units(1) } }]);
    life.do([refused(1)]);
    expect([back(life), asked(life), placesOf(life).toSorted()]).toEqual([
      2,
      2,
      ['DELIVERED 1', 'RESERVED 1', 'RESERVED 1'],
    ]);
  });
  it('is no more than it had when some were cancelled there for lack of stock', () => {
    const life = order(3)
      .fact('Released', 'fo1', { a: 3 })
      .do([change(3)]);
    life.fact('Cancelled', 'fo1', { a: 2 }, { causeId: 'none', fault: true });
    life.do([handedBack('fo1', 1), refused(2), goesTo(1)]);
    life.fact('Shipped', 'fo1', { a: 1 }, waiting);
    expect(countsOf(life.ledger)).toMatchObject({ cancelled: 2, shipped: 0, sourced: 1 });
  });
  it('counts the units that another location took over from it, too', () => {
    const life = order(2).fact('Released', 'fo1', { a: 2 });
    life.fact('Released', 'fo2', { a: 1 }, { fromWorkId: 'fo1', locationId: 'BERLIN' });
    life.do([change(2), handedBack('fo1', 1), handedBack('fo2', 1), resourced]);
    life.do([{ type: 'Rerouted', data: { causeId: 'no', workId: 'fo1', units: units(1) } }]);
    life.fact('Shipped', 'fo1', { a: 1 }, waiting);
    expect(placesOf(life)).toEqual(['RESERVED 2']);
  });
});

describe('units that were sent to a store', () => {
  it('are what their sender had, however late its start is heard of', () => {
    const life = order(4).fact('Released', 'fo9', { a: 2 });
    life.do([...sentOn(2, false), atStore(2)]).fact('Released', 'fo1', { a: 2 });
    expect(placesOf(life)).toEqual(['AT_WORK 2', 'WAITING 2']);
  });
  it.each([
    ['given up for lost', true],
    ['under way', false],
  ])('are cancelled there while they are thought to be %s, not those of others', (_name, late) => {
    const life = order(2).fact('Released', 'fo9', { a: 1 }).fact('Released', 'fo1', { a: 1 });
    life.do(decideCancel(life.ledger, { units: units(1), causeId: 'ask' }).events).do(sentOn(1, late));
    const answer = { askId: 'ask', causeId: 'yes', waited: true, fromWorkId: 'fo1' };
    life.fact('Cancelled', 'fo2', { a: 1 }, answer).do([atStore(1)]);
    expect(placesOf(life)).toEqual(['AT_WORK 1', 'RECALLED 1']);
    expect(asked(life)).toBe(0);
  });
  it('are cancelled there before anything is known of their sender', () => {
    const life = order(2);
    life.do(decideCancel(life.ledger, { units: units(1), causeId: 'ask' }).events);
    const answer = { askId: 'ask', causeId: 'yes', waited: true, fromWorkId: 'fo1' };
    life.fact('Cancelled', 'fo2', { a: 1 }, answer).fact('Released', 'fo1', { a: 1 });
    life.do([...sentOn(1, true), atStore(1)]);
    expect(countsOf(life.ledger)).toMatchObject({ cancelled: 1, shipped: 0, sourced: 1 });
  });
});
