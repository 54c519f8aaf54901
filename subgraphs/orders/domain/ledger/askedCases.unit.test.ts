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
