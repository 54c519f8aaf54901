import type { Random } from '../../platform/random/random.ts';
import type { EntryUnits, LedgerEvent, LineUnits } from '../../subgraphs/orders/domain/ledger/events.ts';
import { evolveLedger } from '../../subgraphs/orders/domain/ledger/evolve.ts';
import { ledgerFaults } from '../../subgraphs/orders/domain/ledger/invariants.ts';
import type { Ledger } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import { reconcile } from '../../subgraphs/orders/domain/ledger/reconcile.ts';
import type { Message } from './around.ts';
import type { WayChange } from './wayChange.ts';
import { Locations } from './locations.ts';
import { Provider } from './provider.ts';
import { Stock } from './stock.ts';

/** Units of a line that a location will be given. */
export interface PlannedUnits {
  readonly lineId: string;
  quantity: number;
  readonly awaited: boolean;
}

/** One order and everybody who has a hand in it. */
export class World {
  readonly stock = new Stock();
  readonly provider = new Provider();
  readonly locations: Locations;
  /** Messages under way. Within a stream they keep their order; streams overtake each other. */
  readonly streams = new Map<string, Message[]>();
  /** Delivered once and possibly again. */
  readonly heard: Message[] = [];
  readonly faults: string[] = [];
  /** Work that locations get once the order is confirmed. */
  readonly planned: Map<string, PlannedUnits[]>[] = [];
  /** Returns not looked at to the end. `grant`: the cause under which their money goes back. */
  readonly returns: { returnId: string; entries: readonly EntryUnits[]; grant: string }[] = [];
  /** The way of delivery is being changed. */
  change: WayChange | undefined;
  /** Asks to send units again that nobody has answered. */
  readonly reships: { readonly causeId: string }[] = [];
  /** About what an article costs. */
  around = 1_000;
  readonly log: LedgerEvent[] = [];
  nowMs = 0;
  events = 0;
  /** Numbers for ids. */
  next = 1;
  #ledger: Ledger | undefined;

  constructor() {
    this.locations = new Locations(this);
  }

  get ledger(): Ledger {
    if (this.#ledger === undefined) throw new Error('The order is not placed yet.');
    return this.#ledger;
  }

  /** Entries of a return, as the ledger has them. */
  entriesOf(returnId: string): { entries: EntryUnits[] } {
    const entries = this.ledger.runs
      .filter((run) => run.returnId === returnId && run.place === 'RETURNING')
      .map(({ lineId, entryId, from, to }) => ({ lineId, entryId, quantity: to - from }));
    return { entries };
  }

  /** Units cancelled before any location heard of them: awaited ones first, as the ledger picks them. */
  unplan({ lineId, quantity }: LineUnits): void {
    let left = quantity;
    for (const awaited of [true, false])
      for (const work of this.planned)
        for (const [locationId, units] of work)
          for (const each of units) {
            if (each.lineId !== lineId || each.awaited !== awaited) continue;
            const taken = Math.min(left, each.quantity);
            each.quantity -= taken;
            left -= taken;
            this.stock.release(locationId, lineId, taken, awaited);
            this.locations.cancelled.set(lineId, (this.locations.cancelled.get(lineId) ?? 0) + taken);
          }
  }

  id(kind: string): string {
    return `${kind}${this.next++}`;
  }

  /** Folds events and the movements that follow; checks everything after each. */
  apply(events: readonly LedgerEvent[]): void {
    for (const event of events) this.#fold(event);
    if (this.#ledger !== undefined)
      for (const event of reconcile(this.#ledger, this.nowMs)) this.#fold(event);
  }

  #fold(event: LedgerEvent): void {
    this.events += 1;
    this.log.push(event);
    this.#ledger = evolveLedger(this.#ledger, event);
    if (event.type === 'MovementAsked') this.provider.ask(event.data);
    if (event.type === 'MeansAdded' && event.data.means.kind === 'PROVIDER')
      this.provider.open(event.data.means);
    if (event.type === 'MeansLapsed') {
      const account = this.provider.accounts.get(event.data.meansId);
      if (account !== undefined) account.lapsed = true;
    }
    if (event.type === 'CancelAsked') this.locations.hearAsk(event.data.askId, event.data.units);
    for (const fault of ledgerFaults(this.#ledger)) this.faults.push(`after ${event.type}: ${fault}`);
  }

  send(stream: string, message: Message): void {
    const queue = this.streams.get(stream);
    if (queue === undefined) this.streams.set(stream, [message]);
    else queue.push(message);
  }

  /** Delivers the next message of some stream, or one again that was delivered before. */
  deliver(random: Random): void {
    if (this.heard.length > 0 && random.int(6) === 0) return this.apply(random.pick(this.heard)(this.ledger));
    const names = [...this.streams.keys()];
    if (names.length > 0) this.deliverFrom(random.pick(names));
  }

  deliverFrom(stream: string): void {
    const queue = this.streams.get(stream);
    const message = queue?.shift();
    if (queue === undefined || message === undefined) return;
    if (queue.length === 0) this.streams.delete(stream);
    this.heard.push(message);
    this.apply(message(this.ledger));
  }
}
