import { deliveryLot, lotsOf, type Adjustment, type PricedLine } from './lots.ts';
import { meansAdded } from './decideMoney.ts';
import type { LedgerEvent } from './events.ts';
import { evolveAll, evolveLedger } from './evolve.ts';
import { ledgerFaults } from './invariants.ts';
import type { DueWhen, Ledger, Movement } from './ledger.ts';
import { settled } from './reconcile.ts';

/** An order for tests: lines by id, one means, an optional delivery. */
export interface TestOrder {
  readonly lines: readonly (Partial<PricedLine> & {
    readonly lineId: string;
    readonly unitPriceMinor: number;
  })[];
  readonly adjustments?: readonly Adjustment[];
  readonly deliveryMinor?: number;
  readonly standardMinor?: number;
  readonly dueWhen?: DueWhen;
  readonly currency?: string;
  /** Authorised on a card; everything if absent, nothing if 0. */
  readonly authorisedMinor?: number;
}

/** An order that is confirmed and secured, its units on hand in Paris. */
export class TestLedger {
  ledger: Ledger;
  nowMs = 0;

  constructor(order: TestOrder) {
    const lines = order.lines.map((line): PricedLine => ({
      ...{ lotId: line.lineId, sku: line.lineId, quantity: 1, tax: { basisPoints: 2000 } },
      ...line,
    }));
    const delivery = order.deliveryMinor ?? 0;
    const lots = [
      ...lotsOf(lines, order.adjustments),
      deliveryLot({
        ...{ lotId: 'delivery', amountMinor: delivery, taxMinor: Math.round(delivery / 6) },
        standardMinor: order.standardMinor ?? delivery,
      }),
    ];
    const sources = lines.map(({ lotId, quantity }) => ({
      ...{ lotId, quantity, source: { locationId: 'PARIS', awaited: false } },
    }));
    const { currency = 'EUR', dueWhen = 'SHIPPED' } = order;
    this.ledger = evolveLedger(undefined, {
      type: 'Placed',
      data: { orderId: 'o', currency, dueWhen, lots, sources },
    });
    const total = lots.reduce((sum, lot) => sum + lot.listMinor - lot.discountMinor, 0);
    const amountMinor = order.authorisedMinor ?? total;
    if (amountMinor > 0)
      this.do([
        meansAdded({ meansId: 'card', method: 'CARD', kind: 'PROVIDER', state: 'READY', amountMinor }),
      ]);
    this.do([{ type: 'Confirmed', data: { causeId: 'o' } }]);
  }

  /** Folds events and the movements that follow. Throws if an invariant is broken after any of them. */
  do(events: readonly LedgerEvent[]): this {
    for (const event of events) this.#checked(evolveLedger(this.ledger, event), event.type);
    const more = settled(this.ledger, [], this.nowMs).events;
    for (const event of more) this.#checked(evolveLedger(this.ledger, event), event.type);
    return this;
  }

  #checked(next: Ledger, after: string): void {
    this.ledger = next;
    const faults = ledgerFaults(next);
    if (faults.length > 0) throw new Error(`After ${after}: ${faults.join('; ')}`);
  }

  /** A fact about units: `fact('Shipped', 'fo1', {a: 1})`. */
  fact(
    type: 'Released' | 'Picked' | 'Packed' | 'Shipped' | 'Delivered' | 'Lost' | 'Cancelled' | 'CancelRefused',
    id: string,
    units: Readonly<Record<string, number>>,
    more: object = {},
  ): this {
    const list = Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity }));
    const ids = type === 'Delivered' || type === 'Lost' ? { shipmentId: id } : { workId: id };
    return this.do([{ type, data: { causeId: id, units: list, ...ids, ...more } } as LedgerEvent]);
  }

  pending(): Movement[] {
    return this.ledger.movements.filter((each) => each.state === 'PENDING');
  }

  /** The provider answers all it was asked, also what its answers lead to. */
  answer(approved = true): this {
    for (let round = 0; round < 20 && this.pending().length > 0; round++)
      for (const { movementId } of this.pending()) this.answerOne(movementId, approved);
    return this;
  }

  answerOne(movementId: string, approved = true): this {
    return this.do([{ type: 'MovementAnswered', data: { movementId, approved, atMs: this.nowMs } }]);
  }

  wait(hours: number): this {
    this.nowMs += hours * 3_600_000;
    return this.do([]);
  }

  /** Amounts of succeeded movements of a kind, in their order. */
  amounts(kind: Movement['kind']): number[] {
    return this.ledger.movements
      .filter((each) => each.kind === kind && each.state === 'SUCCEEDED')
      .map((each) => each.amountMinor);
  }

  sum(kind: Movement['kind']): number {
    return this.amounts(kind).reduce((sum, amount) => sum + amount, 0);
  }

  with(events: readonly LedgerEvent[]): Ledger {
    return evolveAll(this.ledger, events);
  }
}
