import type { Random } from '../../platform/random/random.ts';
import { cartEvents } from '../../subgraphs/catalog/domain/cartEvents.ts';
import { evolveReservation } from '../../subgraphs/catalog/domain/evolveReservation.ts';
import { allOpen } from '../../subgraphs/catalog/domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../subgraphs/catalog/domain/reservation.ts';
import type { ReservationEvent } from '../../subgraphs/catalog/domain/reservationEvents.ts';
import {
  holdSeconds,
  holdsSince,
  isHeldFor,
  unitsOfHold,
  wantedOfHold,
  type CartHold,
  type HeldUnits,
} from '../../subgraphs/orders/domain/cartHold.ts';
import type { World } from './world.ts';

const minuteMs = 60_000;
const terms = { holdMs: 15 * minuteMs, longestMs: 60 * minuteMs } as const;
const places = ['PARIS', 'LYON', 'BERLIN'] as const;
const options = ['home', 'home-slow', 'store'] as const;

type Hold = Omit<CartHold, 'decision'>;
export interface CartLine {
  readonly sku: string;
  readonly quantity: number;
}

/** A cart at checkout: what it holds, as the shop and the catalogue have it, until it is placed. */
export class Cart {
  readonly #world: World;
  #lines: readonly CartLine[];
  #held: Hold | undefined;
  #reservation: Reservation | undefined;
  #ordered = false;

  constructor(world: World, lines: readonly CartLine[]) {
    this.#world = world;
    this.#lines = lines;
  }

  get lines(): readonly CartLine[] {
    return this.#lines;
  }

  /** Its hold is asked for, prolonged, given back, over; its lines change. Checked after each. */
  live(random: Random): void {
    for (let step = random.int(7); step > 0; step--) {
      const happening = random.pick([
        () => this.#hold(random),
        () => this.#hold(random),
        () => this.#prolong(),
        () => this.#free(),
        () => this.#change(random),
        () => this.#wait(random),
      ]);
      happening();
      this.#check();
    }
  }

  /** The order takes its units, those it holds for this option where they are; the hold is over in the same step. */
  place(random: Random): HeldUnits[] {
    const handle = this.#held !== undefined && random.int(3) > 0 ? this.#held.handle : random.pick(options);
    const { nowMs } = this.#world;
    const asHeld = isHeldFor(this.#held, { handle, windowStartAtMs: undefined }, nowMs);
    const kept = asHeld && covers(this.#held?.lines ?? [], this.#lines);
    const plan = kept ? [...(this.#held?.lines ?? [])] : this.#plan(random);
    this.#end();
    if (!kept) this.#stock(plan);
    this.#take(plan);
    this.#ordered = true;
    // A hold that was asked for before comes late: the order has its units itself.
    if (random.int(3) === 0) this.#hold(random);
    this.#check();
    return plan;
  }

  #hold(random: Random): void {
    if (this.#ordered) return;
    const { nowMs } = this.#world;
    const sinceMs = holdsSince(this.#held, nowMs);
    const seconds = holdSeconds(sinceMs, terms, nowMs);
    if (seconds === 0) return;
    const lines = this.#plan(random);
    this.#end();
    this.#stock(lines);
    this.#make(lines, nowMs + seconds * 1_000);
    this.#held = { sinceMs, untilMs: nowMs + seconds * 1_000, handle: random.pick(options), lines };
  }

  #make(lines: readonly HeldUnits[], expiresAtMs: number): void {
    this.#take(lines);
    const id = this.#world.id('hold');
    const data = { reservationId: id, key: id, lines, state: 'SOFT' as const, expiresAtMs, cartId: 'cart' };
    this.#tell({ type: 'catalog.ReservationMade', data });
  }

  #prolong(): void {
    const { nowMs } = this.#world;
    const [held, reservation] = [this.#held, this.#reservation];
    if (held === undefined || reservation === undefined || held.untilMs <= nowMs) return;
    const seconds = holdSeconds(held.sinceMs, terms, nowMs);
    if (seconds === 0 || stateAsOf(reservation, nowMs) !== 'SOFT') return;
    const expiresAtMs = Math.max(held.untilMs, nowMs + seconds * 1_000);
    const data = { reservationId: reservation._id, key: this.#world.id('more'), expiresAtMs };
    this.#tell({ type: 'catalog.ReservationProlonged', data });
    this.#held = { ...held, untilMs: expiresAtMs };
  }

  #free(): void {
    this.#end();
    this.#held = undefined;
  }

  /** Fewer units of a line give the rest back; more, or another line, needs an option of its own. */
  #change(random: Random): void {
    const at = random.int(this.#lines.length);
    const fewer = random.int(3) > 0;
    this.#lines = this.#lines.map((line, index) => {
      if (index !== at) return line;
      return { ...line, quantity: fewer ? Math.max(1, line.quantity - 1) : line.quantity + 1 };
    });
    const held = this.#held;
    if (held === undefined || held.untilMs <= this.#world.nowMs) return;
    const lines = wantedOfHold(held.lines, this.#lines);
    if (unitsOfHold(lines) === unitsOfHold(held.lines)) return;
    this.#end();
    this.#make(lines, held.untilMs);
    this.#held = { ...held, lines };
  }

  #wait(random: Random): void {
    this.#world.nowMs += random.int(40) * minuteMs;
    if (random.int(2) === 0) this.#sweep();
  }

  /** What lapsed is others': some of it is sold at once. */
  #sweep(): void {
    const reservation = this.#reservation;
    if (reservation === undefined || stateAsOf(reservation, this.#world.nowMs) !== 'EXPIRED') return;
    this.#end();
    for (const { sku, locationId, quantity } of reservation.lines)
      this.#world.stock.adjust(locationId, sku, -quantity);
  }

  #plan(random: Random): HeldUnits[] {
    return this.#lines.flatMap(({ sku, quantity }) => {
      const first = 1 + random.int(quantity);
      return [first, quantity - first]
        .filter((units) => units > 0)
        .map((units) => ({
          ...{ sku, locationId: random.pick(places), quantity: units, future: random.int(5) === 0 },
        }));
    });
  }

  /** Places that have what is planned of them. */
  #stock(lines: readonly HeldUnits[]): void {
    for (const { sku, locationId, quantity, future } of lines)
      if (!future) this.#world.stock.stocked(locationId, sku, quantity);
  }

  #take(lines: readonly HeldUnits[]): void {
    for (const { sku, locationId, quantity, future } of lines)
      this.#world.stock.reserve(locationId, sku, quantity, future);
  }

  /** Gives back what is held, whether its time is over or not. */
  #end(): void {
    const reservation = this.#reservation;
    if (reservation?.state !== 'SOFT') return;
    const over = stateAsOf(reservation, this.#world.nowMs) === 'EXPIRED';
    const lines = allOpen(reservation);
    for (const { sku, locationId, quantity, future } of lines)
      this.#world.stock.release(locationId, sku, quantity, future);
    const type = over ? ('catalog.ReservationExpired' as const) : ('catalog.ReservationReleased' as const);
    this.#tell({ type, data: { reservationId: reservation._id, key: this.#world.id('end'), lines } });
  }

  #tell(event: ReservationEvent): void {
    const before = event.type === 'catalog.ReservationMade' ? undefined : this.#reservation;
    this.#reservation = evolveReservation(before, event, this.#world.nowMs);
    const told = cartEvents(before, this.#reservation);
    const holds = this.#reservation.state === 'SOFT';
    if (told.some(({ type }) => type === 'catalog.CartHeld') !== holds)
      this.#world.faults.push(`cart: ${event.type} is not told as it is`);
  }

  #check(): void {
    const { stock, faults, nowMs } = this.#world;
    faults.push(...stock.faults().map((fault) => `cart: ${fault}`));
    const [held, reservation] = [this.#held, this.#reservation];
    if (held === undefined || held.untilMs <= nowMs || this.#ordered) return;
    if (held.untilMs > held.sinceMs + terms.longestMs) faults.push('cart: it holds its units too long');
    if (reservation === undefined || stateAsOf(reservation, nowMs) !== 'SOFT')
      return void faults.push('cart: it believes to hold units and does not');
    if (unitsOfHold(held.lines) !== unitsOfHold(allOpen(reservation)))
      faults.push('cart: it believes to hold other units than it does');
    if (!withinLines(held.lines, this.#lines)) faults.push('cart: it holds more than it wants');
  }
}

const heldOf = (held: readonly HeldUnits[], sku: string): number =>
  held.reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0);

const covers = (held: readonly HeldUnits[], lines: readonly CartLine[]): boolean =>
  lines.every(({ sku, quantity }) => heldOf(held, sku) === quantity);

const withinLines = (held: readonly HeldUnits[], lines: readonly CartLine[]): boolean =>
  lines.every(({ sku, quantity }) => heldOf(held, sku) <= quantity);
