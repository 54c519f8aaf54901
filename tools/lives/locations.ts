import type { LineUnits, UnitEvent } from '../../subgraphs/orders/domain/ledger/events.ts';
import type { Random } from '../../platform/random/random.ts';
import type { Around } from './around.ts';
import { unitsOf, type Held, type Parcel, type Work } from './hands.ts';
import type { WayChange } from './wayChange.ts';

const places = ['PARIS', 'LYON', 'BERLIN'] as const;

/** Locations and carriers of a life. They act on what they hold, tell of it later, and keep counts of their own. */
export class Locations {
  readonly works: Work[] = [];
  readonly parcels: Parcel[] = [];
  /** Cancellations heard and not answered. */
  readonly asks: { askId: string; units: readonly LineUnits[] }[] = [];
  /** What became of units, by line, as the locations know it. */
  readonly cancelled = new Map<string, number>();
  readonly shipped = new Map<string, number>();
  readonly #world: Around;
  collection = false;

  constructor(world: Around) {
    this.#world = world;
  }

  hearAsk(askId: string, units: readonly LineUnits[]): void {
    this.asks.push({ askId, units });
  }

  /** Units to work on, as sourcing planned them. */
  takeOn(locationId: string, units: readonly { lineId: string; quantity: number; awaited: boolean }[]): void {
    const held = new Map<string, Held>();
    for (const { lineId, quantity, awaited } of units) {
      const each = held.get(lineId) ?? { lineId, onHand: 0, awaited: 0 };
      each[awaited ? 'awaited' : 'onHand'] += quantity;
      held.set(lineId, each);
    }
    this.#open(locationId, [...held.values()]);
  }

  #open(locationId: string, held: Held[], fromWorkId?: string): void {
    const work: Work = { id: this.#world.id('fo'), locationId, held, step: 'AT_WORK' };
    this.works.push(work);
    this.#tell(work, 'Released', { locationId, fromWorkId, causeId: work.id });
  }

  #tell(work: Work, type: UnitEvent['type'], more: object = {}, units = unitsOf(work)): void {
    if (units.length === 0) return;
    const causeId = this.#world.id(`${work.id}-`);
    const event = { type, data: { causeId, workId: work.id, units, ...more } } as UnitEvent;
    this.#world.send(`work:${work.id}`, () => [event]);
  }

  /** Some work goes one step on, or back. */
  step(random: Random, mayRefuse = true): void {
    const open = this.works.filter(({ step }) => step !== 'LEFT' && step !== 'DONE' && step !== 'WAITING');
    if (open.length === 0) return;
    const work = random.pick(open);
    if (unitsOf(work).length === 0) {
      work.step = 'DONE';
      return;
    }
    // Refused, found broken while it is picked or packed, or taken out of its box again.
    if (mayRefuse && random.int(6) === 0) {
      work.step = 'AT_WORK';
      return random.int(3) === 0 ? undefined : this.#reroute(random, work);
    }
    // What has not come cannot be picked: such work waits.
    if (work.held.some((held) => held.awaited > 0)) return;
    if (work.step === 'AT_WORK') this.#advance(work, 'PICKED', 'Picked');
    else if (work.step === 'PICKED') this.#advance(work, 'PACKED', 'Packed');
    else this.#leave(random, work);
  }

  #advance(work: Work, step: Work['step'], type: UnitEvent['type']): void {
    work.step = step;
    this.#tell(work, type);
  }

  /** Units a location refuses go to another one. */
  #reroute(random: Random, work: Work): void {
    const { stock } = this.#world;
    const moved: Held[] = [];
    const to = random.pick(places.filter((place) => place !== work.locationId));
    for (const held of work.held) {
      const units = random.int(held.onHand + 1);
      if (units === 0) continue;
      held.onHand -= units;
      moved.push({ lineId: held.lineId, onHand: units, awaited: 0 });
      stock.release(work.locationId, held.lineId, units, false);
      stock.stocked(to, held.lineId, units);
      stock.reserve(to, held.lineId, units, false);
    }
    if (moved.length === 0) return;
    this.#tell(
      work,
      'Rerouted',
      {},
      moved.map(({ lineId, onHand }) => ({ lineId, quantity: onHand })),
    );
    this.#open(to, moved, work.id);
  }

  #leave(random: Random, work: Work): void {
    const units = unitsOf(work);
    if (this.collection && random.int(2) === 0) {
      work.step = 'WAITING';
      return this.#tell(work, 'Shipped', { waiting: true });
    }
    work.step = 'LEFT';
    const { id: workId, locationId } = work;
    const toStore = this.collection;
    const id = this.#world.id('s');
    const parcel: Parcel = { ...{ id, workId, locationId, units, toStore }, state: 'UNDER_WAY' };
    this.parcels.push(parcel);
    this.#tell(work, 'Shipped', { shipmentId: parcel.id, causeId: `${workId}:left` });
    this.#count(work, units);
  }

  #count(work: Work, units: readonly LineUnits[]): void {
    for (const { lineId, quantity } of units) {
      this.shipped.set(lineId, (this.shipped.get(lineId) ?? 0) + quantity);
      this.#world.stock.ship(work.locationId, lineId, quantity);
    }
  }

  /** A customer comes for what waits, or does not in time; some take only a part. */
  collect(random: Random, comes: boolean): void {
    const waiting = this.works.filter(({ step }) => step === 'WAITING');
    if (waiting.length === 0) return;
    const work = random.pick(waiting);
    const units = unitsOf(work)
      .map(({ lineId, quantity }) => ({ lineId, quantity: comes ? 1 + random.int(quantity) : quantity }))
      .filter(({ quantity }) => quantity > 0);
    for (const { lineId, quantity } of units) {
      const held = work.held.find((each) => each.lineId === lineId);
      if (held !== undefined) held.onHand -= quantity;
    }
    if (comes) {
      this.#tell(work, 'Delivered', { more: true }, units);
      // What was sent to the store was counted when it was sent.
      if (work.arrivedFrom === undefined) this.#count(work, units);
    } else {
      this.#tell(work, 'Recalled', {}, units);
      for (const { lineId, quantity } of units) this.#drop(work, lineId, quantity, false);
    }
    if (unitsOf(work).length === 0) work.step = 'DONE';
  }

  #drop(work: Work, lineId: string, quantity: number, awaited: boolean): void {
    if (work.arrivedFrom !== undefined) return this.backInStock(work.locationId, lineId, quantity);
    this.cancelled.set(lineId, (this.cancelled.get(lineId) ?? 0) + quantity);
    this.#world.stock.release(work.locationId, lineId, quantity, awaited);
  }

  /** Units that had been sent are the retailer's again: nobody will get them. */
  backInStock(locationId: string, lineId: string, quantity: number): void {
    this.shipped.set(lineId, (this.shipped.get(lineId) ?? 0) - quantity);
    this.cancelled.set(lineId, (this.cancelled.get(lineId) ?? 0) + quantity);
    this.#world.stock.restock(locationId, lineId, quantity);
  }

  /** Nobody can serve units that a location has in hand: they are given up. */
  giveUp(random: Random): void {
    const open = this.works.filter(
      ({ step, held }) => step === 'AT_WORK' && held.some((each) => each.onHand > 0),
    );
    if (open.length === 0) return;
    const work = random.pick(open);
    const held = random.pick(work.held.filter(({ onHand }) => onHand > 0));
    const quantity = 1 + random.int(held.onHand);
    held.onHand -= quantity;
    this.#drop(work, held.lineId, quantity, false);
    this.#tell(work, 'Cancelled', { fault: true }, [{ lineId: held.lineId, quantity }]);
  }

  /** The location answers a cancellation: what is in its hands is cancelled, the rest refused. */
  answerAsk(random: Random): void {
    if (this.asks.length === 0) return;
    const [ask] = this.asks.splice(random.int(this.asks.length), 1);
    if (ask === undefined) return;
    const left = new Map<string, number>();
    for (const { lineId, quantity } of ask.units) left.set(lineId, (left.get(lineId) ?? 0) + quantity);
    const { change } = this.#world;
    const ofChange = change?.askId === ask.askId ? change : undefined;
    const parts = this.works.flatMap((work) => this.#giveUp(work, ask.askId, left, ofChange));
    const units = [...left]
      .map(([lineId, quantity]) => ({ lineId, quantity }))
      .filter((each) => each.quantity > 0);
    if (ofChange !== undefined) Object.assign(ofChange, { answered: true, refused: units.length > 0 });
    const { askId } = ask;
    if (units.length > 0)
      parts.push({ type: 'CancelRefused', data: { causeId: `${askId}:LEFT`, askId, units } });
    // One answer: it may overtake what the same locations told before, or come after it.
    this.#world.send(`ask:${askId}`, () => parts);
  }

  #giveUp(work: Work, askId: string, left: Map<string, number>, change?: WayChange): UnitEvent[] {
    if (work.step === 'LEFT' || work.step === 'DONE') return [];
    // What was sent to a store has left for good. What was put out where it lay is taken off the shelf again.
    if (change !== undefined && work.arrivedFrom !== undefined) return [];
    const units: LineUnits[] = [];
    for (const held of work.held) {
      const { lineId } = held;
      const wanted = left.get(lineId) ?? 0;
      const awaited = Math.min(wanted, held.awaited);
      const onHand = Math.min(wanted - awaited, held.onHand);
      if (awaited + onHand === 0) continue;
      held.awaited -= awaited;
      held.onHand -= onHand;
      left.set(lineId, wanted - awaited - onHand);
      units.push({ lineId, quantity: awaited + onHand });
      for (const [quantity, of] of [
        [awaited, true],
        [onHand, false],
      ] as const)
        if (change === undefined) this.#drop(work, lineId, quantity, of);
        else if (quantity > 0)
          change.kept.push({ locationId: work.locationId, lineId, quantity, awaited: of });
    }
    if (units.length === 0) return [];
    const data = { causeId: `${askId}:${work.id}`, askId, workId: work.id, units };
    if (change !== undefined) return [{ type: 'Rerouted', data }];
    const waited = { waited: work.step === 'WAITING', fromWorkId: work.arrivedFrom };
    return [{ type: 'Cancelled', data: { ...data, ...waited } }];
  }

  /** A receipt comes at a location: what waits for it can be worked on. */
  receive(random: Random): void {
    const waiting = this.works.filter((work) => work.held.some((held) => held.awaited > 0));
    if (waiting.length === 0) return;
    const work = random.pick(waiting);
    const units: LineUnits[] = [];
    for (const held of work.held) {
      if (held.awaited === 0) continue;
      units.push({ lineId: held.lineId, quantity: held.awaited });
      this.#world.stock.receive(work.locationId, held.lineId, held.awaited + random.int(3), held.awaited);
      held.onHand += held.awaited;
      held.awaited = 0;
    }
    this.#tell(work, 'ReceiptArrived', { receiptId: 'R1', locationId: work.locationId }, units);
  }
}
