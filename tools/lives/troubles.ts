import type { Random } from '../../platform/random/random.ts';
import { uncovered } from '../../subgraphs/orders/domain/ledger/decideMoney.ts';
import { evolveAll } from '../../subgraphs/orders/domain/ledger/evolve.ts';
import { isHeldBy, reshipChoices } from '../../subgraphs/orders/domain/ledger/evolveReship.ts';
import type { LedgerEvent, SourcedUnits } from '../../subgraphs/orders/domain/ledger/events.ts';
import type { Ledger } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import { lotOf, lotsOf, payableOf, type PricedLine } from '../../subgraphs/orders/domain/ledger/lots.ts';
import { reconcile } from '../../subgraphs/orders/domain/ledger/reconcile.ts';
import { source } from './placeOrder.ts';
import { confirm } from './people.ts';
import type { World } from './world.ts';

/** Units that were lost or broken are to be sent again, as service asks; refused where their money is gone or moves. */
export function askReship(world: World, random: Random): void {
  const trouble = random.pick(['LOST', 'DAMAGED'] as const);
  const choices = reshipChoices({ trouble });
  const fitting = world.ledger.runs.filter((run) => choices.some((choice) => choice(run)));
  if (fitting.length === 0) return;
  const run = random.pick(fitting);
  const causeId = world.id('again');
  const units = [{ lineId: run.lineId, quantity: 1 + random.int(run.to - run.from) }];
  const asked: LedgerEvent = { type: 'ReshipAsked', data: { causeId, units, trouble } };
  if (!isPaidFor(world.ledger, asked, causeId)) return;
  world.apply([asked]);
  world.reships.push({ causeId });
}

/** The lines sent in the place of those held: they cost what those did, less what is not asked for. */
function replacements(ledger: Ledger, causeId: string): PricedLine[] {
  const held = ledger.runs.filter(isHeldBy(causeId));
  return [...new Set(held.map(({ lineId }) => lineId))].map((lineId, at) => {
    const runs = held.filter((run) => run.lineId === lineId);
    const quantity = runs.reduce((sum, run) => sum + run.to - run.from, 0);
    const payable = runs.reduce((sum, run) => {
      return sum + payableOf(lotOf(ledger, run.lotId), run.from, run.to) - run.money.waivedMinor;
    }, 0);
    const id = `${causeId}:${at + 1}`;
    const adjustments = payable === 0 ? [] : [{ code: 'AGAIN', amountMinor: payable }];
    return {
      ...{ lotId: id, lineId: id, sku: `SKU-${lineId}`, quantity, unitPriceMinor: 0, adjustments },
      ...{ tax: { basisPoints: 2_000 }, paidFrom: causeId },
    };
  });
}

const made = (ledger: Ledger, causeId: string, sources: readonly SourcedUnits[]): readonly LedgerEvent[] => [
  { type: 'Reshipped', data: { causeId } },
  { type: 'UnitsAdded', data: { causeId, lots: lotsOf(replacements(ledger, causeId)), sources } },
];

/** Is the replacement paid for by what was set aside or taken for the units? */
function isPaidFor(ledger: Ledger, asked: LedgerEvent, causeId: string): boolean {
  const after = evolveAll(ledger, [asked]);
  const held = after.runs.filter(isHeldBy(causeId));
  if (held.some(({ money }) => money.ins.length > 0 || money.outs.length > 0)) return false;
  if (held.some(({ money }) => money.refundedMinor > 0 && money.netMinor === 0)) return false;
  const done = evolveAll(after, made(after, causeId, []));
  return uncovered(evolveAll(done, reconcile(done, 0))) <= uncovered(ledger);
}

/** An ask is answered: the same units are sent, nobody has them, or they have turned up. */
export function answerReship(world: World, random: Random): void {
  const [ask] = world.reships.splice(0, 1);
  if (ask === undefined) return;
  const { causeId } = ask;
  const lines = replacements(world.ledger, causeId);
  if (lines.length === 0 || random.int(4) === 0)
    return world.apply([{ type: 'ReshipRefused', data: { causeId } }]);
  const sources = source(world, random, lines);
  world.apply(made(world.ledger, causeId, sources));
  confirm(world);
}

/** A return is withdrawn before it is received, or nobody sent it: the units stay the customer's. */
export function withdraw(world: World, random: Random): void {
  if (world.returns.length === 0) return;
  const at = random.int(world.returns.length);
  const [back] = world.returns.splice(at, 1);
  if (back === undefined) return;
  const { returnId } = back;
  const { entries } = world.entriesOf(returnId);
  if (entries.length === 0) return;
  world.apply([{ type: 'ReturnClosed', data: { causeId: world.id('no-return'), returnId, entries } }]);
}
