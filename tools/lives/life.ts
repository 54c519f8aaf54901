import { seededRandom, type Random } from '../../platform/random/random.ts';
import type { LedgerEvent } from '../../subgraphs/orders/domain/ledger/events.ts';
import { invariantsAtRest, ledgerFaults } from '../../subgraphs/orders/domain/ledger/invariants.ts';
import { countsOf } from '../../subgraphs/orders/domain/ledger/views.ts';
import { changeWay, endChange } from './changes.ts';
import {
  cancel,
  confirm,
  decideFind,
  edit,
  giveDeliveryBack,
  giveUpDebts,
  goodwill,
  inspect,
  pay,
  sendBack,
  wait,
} from './people.ts';
import { carry } from './carriers.ts';
import { authorise, placeOrder } from './placeOrder.ts';
import { answerReship, askReship, withdraw } from './troubles.ts';
import { World } from './world.ts';

/** A life is its seeds: one for the order, one for each step. Leaving steps out gives a shorter life. */
export interface Life {
  readonly seed: number;
  readonly steps: readonly number[];
}

/** What a life came to. Faults are empty when all is well. */
export interface Outcome {
  readonly events: number;
  readonly faults: readonly string[];
  /** Its events. */
  readonly log: readonly LedgerEvent[];
}

export function lifeOf(seed: number): Life {
  const random = seededRandom(seed);
  const steps = Array.from({ length: 8 + random.int(32) }, () => random.int(2 ** 31));
  return { seed: random.int(2 ** 31), steps };
}

/** What can happen, with how often it does. */
const happenings: readonly (readonly [number, (world: World, random: Random) => void])[] = [
  [10, (world, random) => world.deliver(random)],
  [8, (world, random) => world.locations.step(random)],
  [5, (world, random) => carry(world, random)],
  [4, (world, random) => answerProvider(world, random, random.int(7) > 0)],
  [2, (world, random) => world.locations.answerAsk(random)],
  [2, (world, random) => world.locations.receive(random)],
  [2, (world, random) => world.locations.collect(random, random.int(5) > 0)],
  [2, (world, random) => answerMeans(world, random)],
  [3, confirm],
  [2, cancel],
  [1, edit],
  [1, changeWay],
  [2, endChange],
  [3, sendBack],
  [2, inspect],
  [1, goodwill],
  [1, decideFind],
  [1, (world, random) => world.locations.giveUp(random)],
  [2, askReship],
  [2, answerReship],
  [1, withdraw],
  [1, pay],
  [1, giveDeliveryBack],
  [2, (world, random) => wait(world, random.int(60))],
  [1, adjustStock],
];
const weights = happenings.reduce((sum, [weight]) => sum + weight, 0);

function happen(world: World, random: Random): void {
  let at = random.int(weights);
  for (const [weight, run] of happenings) {
    at -= weight;
    if (at < 0) return run(world, random);
  }
}

/** Beside what people do, work goes on, parcels travel and messages arrive, mostly. */
function goOn(world: World, random: Random): void {
  if (random.int(2) === 0) confirm(world);
  if (random.int(3) > 0) world.locations.step(random);
  if (random.int(4) === 0) carry(world, random);
  for (let message = random.int(4); message > 0; message--) world.deliver(random);
}

function answerProvider(world: World, random: Random, willing: boolean): void {
  const ids = [...world.provider.waiting.keys()];
  if (ids.length === 0) return;
  const movementId = random.pick(ids);
  const approved = world.provider.answer(movementId, willing);
  const answer = { type: 'MovementAnswered' as const, data: { movementId, approved, atMs: world.nowMs } };
  world.send(`answer:${movementId}`, () => [answer]);
}

function answerMeans(world: World, random: Random): void {
  const open = world.ledger.means.find((means) => means.state === 'PENDING');
  if (open === undefined) return;
  const approved = random.int(5) > 0;
  world.apply([{ type: 'MeansAnswered', data: { meansId: open.meansId, approved } }]);
  if (!approved && !world.ledger.confirmed) cancelAll(world);
}

/** An order that nobody pays for is cancelled. */
function cancelAll(world: World): void {
  for (const lot of world.ledger.lots) {
    if (lot.kind !== 'GOODS') continue;
    const { ordered, cancelled } = countsOf(world.ledger, lot.lineId);
    const units = [{ lineId: lot.lineId, quantity: ordered - cancelled }];
    if (ordered === cancelled) continue;
    for (const unit of units) world.unplan(unit);
    world.apply([{ type: 'Cancelled', data: { causeId: world.id('unpaid'), units } }]);
  }
}

function adjustStock(world: World, random: Random): void {
  const keys = [...world.stock.positions.keys()];
  if (keys.length === 0) return;
  const [locationId = '', lineId = ''] = random.pick(keys).split('/');
  world.stock.adjust(locationId, lineId, random.int(7) - 3);
}

/** Lets everything come to its end: answers are given, parcels arrive, messages are delivered. */
function rest(world: World, random: Random): void {
  while (world.ledger.means.some((means) => means.state === 'PENDING')) answerMeans(world, random);
  confirm(world);
  for (let round = 0; round < 60; round++) {
    const before = world.events;
    world.locations.receive(random);
    while (world.locations.asks.length > 0) world.locations.answerAsk(random);
    for (let step = 0; step < 8; step++) world.locations.step(random, false);
    for (let step = 0; step < 4; step++) world.locations.collect(random, true);
    for (let step = 0; step < 4; step++) carry(world, random, false);
    for (const stream of [...world.streams.keys()]) world.deliverFrom(stream);
    while (world.provider.waiting.size > 0) {
      answerProvider(world, random, random.int(3) > 0);
      for (const stream of [...world.streams.keys()]) world.deliverFrom(stream);
    }
    endChange(world, random);
    while (world.reships.length > 0) answerReship(world, random);
    decideFind(world, random);
    inspect(world, random, true);
    wait(world, 72);
    if (world.events === before && world.streams.size === 0 && isQuiet(world)) break;
  }
  // What was never paid is secured anew, then given up.
  authorise(world, random);
  finishPayments(world, random);
  giveUpDebts(world);
  finishPayments(world, random);
}

function finishPayments(world: World, random: Random): void {
  for (let round = 0; round < 10; round++) {
    const before = world.events;
    answerMeans(world, random);
    while (world.provider.waiting.size > 0) {
      answerProvider(world, random, true);
      for (const stream of [...world.streams.keys()]) world.deliverFrom(stream);
    }
    wait(world, 72);
    if (world.events === before) break;
  }
}

const isQuiet = (world: World): boolean =>
  world.change === undefined &&
  world.returns.length === 0 &&
  world.reships.length === 0 &&
  world.locations.works.every(({ step }) => step === 'LEFT' || step === 'DONE') &&
  world.locations.parcels.every(({ state }) => state !== 'UNDER_WAY');

/** Do orders, locations, provider and stock tell the same story once nothing is under way? */
function restFaults(world: World): string[] {
  const { ledger, locations, provider, stock } = world;
  const faults = ledgerFaults(ledger, invariantsAtRest).map((fault) => `at rest: ${fault}`);
  for (const lineId of new Set(ledger.lots.flatMap((lot) => (lot.kind === 'GOODS' ? [lot.lineId] : [])))) {
    const counts = countsOf(ledger, lineId);
    const [shipped, cancelled] = [locations.shipped.get(lineId) ?? 0, locations.cancelled.get(lineId) ?? 0];
    if (counts.shipped !== shipped)
      faults.push(`at rest: ${lineId}: ${counts.shipped} shipped, locations ${shipped}`);
    if (counts.cancelled !== cancelled)
      faults.push(`at rest: ${lineId}: ${counts.cancelled} cancelled, locations ${cancelled}`);
  }
  for (const means of ledger.means) {
    const account = provider.accounts.get(means.meansId);
    if (account === undefined) continue;
    if (account.captured !== means.capturedMinor || account.refunded !== means.refundedMinor)
      faults.push(`at rest: ${means.meansId}: provider and ledger differ`);
  }
  return [...faults, ...provider.faults, ...stock.faults(), ...sourceFaults(world)];
}

/** Are the units the ledger says are held or awaited at a location the ones that are? */
function sourceFaults({ ledger, stock }: World): string[] {
  const held = new Map<string, number>();
  for (const run of ledger.runs) {
    if (!['AWAITED', 'RESERVED', 'AT_WORK', 'PICKED', 'PACKED', 'WAITING'].includes(run.place)) continue;
    // What was sent to a store is no part of the reservation any more.
    if (run.place === 'WAITING' && run.shipmentId !== undefined) continue;
    const key = `${run.source?.locationId}/${run.lineId}`;
    held.set(key, (held.get(key) ?? 0) + run.to - run.from);
  }
  return [...stock.positions]
    .filter(([key, position]) => (held.get(key) ?? 0) !== position.reserved + position.awaited)
    .map(
      ([key, p]) => `sources: ${key} holds ${p.reserved + p.awaited}, the order says ${held.get(key) ?? 0}`,
    );
}

/** Lives a life to its end. */
export function live({ seed, steps }: Life): Outcome {
  const world = new World();
  try {
    const random = seededRandom(seed);
    placeOrder(world, random);
    for (const step of steps) {
      const chance = seededRandom(step);
      happen(world, chance);
      goOn(world, chance);
      if (world.faults.length > 0) break;
    }
    if (world.faults.length === 0) {
      rest(world, random);
      world.faults.push(...restFaults(world));
    }
  } catch (error) {
    world.faults.push(`threw: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { events: world.events, faults: world.faults, log: world.log };
}
