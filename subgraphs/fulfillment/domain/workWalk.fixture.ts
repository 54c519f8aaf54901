import { decideCancel } from './cancel.ts';
import { decideClaim, decideOfferToMore } from './competition.ts';
import { decideRemind, decideUncollected } from './collection.ts';
import { decideFailed, decideStopForVoid, decideUnpick, decideVoided } from './corrections.ts';
import {
  decideAccept,
  decideArrived,
  decideCollect,
  decideExpire,
  decideFinishMaking,
  decideHandOver,
  decideHold,
  decideLabel,
  decideReady,
  decideReject,
  decideResume,
  decideScanned,
  decideStartMaking,
  decideStartPicking,
} from './decide.ts';
import { evolve } from './evolve.ts';
import { counterFaults, type FulfillmentOrder, type FulfillmentOrderEvent } from './fulfillmentOrder.ts';
import { decidePack } from './pack.ts';
import { decidePick } from './pick.ts';
import { fulfillmentSettings } from './settings.ts';
import { created } from './work.fixture.ts';

type Step = readonly [name: string, decide: (work: FulfillmentOrder) => readonly FulfillmentOrderEvent[]];

const one = (work: FulfillmentOrder, quantity = 1) => [{ lineId: work.lines[0]?.lineId ?? '', quantity }];

/** Everything people, carriers, customers and the clock can do. */
export const steps: readonly Step[] = [
  ['accept', decideAccept],
  ['reject', (work) => decideReject(work, 'CLOSED')],
  ['reject broken', (work) => decideReject(work, 'DAMAGED')],
  ['start', decideStartPicking],
  ['pick all', (work) => decidePick(work, [])],
  ['pick one', (work) => decidePick(work, one(work))],
  ['pick none', (work) => decidePick(work, one(work, 0))],
  ['start making', decideStartMaking],
  ['finish making', decideFinishMaking],
  ['offer to others', (work) => decideOfferToMore(work, ['nice'], 'full')],
  ['claimed by another', (work) => decideClaim(work, 'nice')],
  ['pack', (work) => decidePack(work, [], { sizeOf: () => ({ weightGrams: 12_000 }), limits })],
  ['label', (work) => decideLabel(work, work.parcels, `shipment-${work.packings ?? 0}`)],
  ['stop for void', decideStopForVoid],
  ['label void', (work) => decideVoided(work, work.shipmentId ?? '', true)],
  ['label stays', (work) => decideVoided(work, work.shipmentId ?? '', false)],
  ['unpick', (work) => decideUnpick(work, 'wrong shelf')],
  ['one cannot be done', (work) => decideFailed(work, [{ ...oneOf(work), reason: 'NO_CAPACITY' }])],
  ['one fails', (work) => decideFailed(work, [{ ...oneOf(work), reason: 'DAMAGED' }])],
  ['hand over', (work) => decideHandOver(work, 9)],
  ['scan', (work) => decideScanned(work, work.shipmentId ?? '', 9)],
  ['ready', (work) => decideReady(work, 20)],
  ['collect', (work) => decideCollect(work, 9)],
  ['collect one', (work) => decideCollect(work, 9, one(work))],
  ['hold', decideHold],
  ['resume', decideResume],
  ['offer runs out', decideExpire],
  ['arrive', (work) => decideArrived(work, { sku: 'sku0', quantity: 1 })],
  ['cancel one', (work) => decideCancel(work, one(work))],
  ['cancel all', (work) => decideCancel(work, one(work, 99))],
  ['remind', (work) => decideRemind(work, 19, fulfillmentSettings.defaults)],
  ['nobody came', (work) => decideUncollected(work, 21)],
];
const limits = { service: 'standard', maxWeightGrams: 30_000, maxLengthMm: 1_000 };
const oneOf = (work: FulfillmentOrder) => ({ lineId: work.lines[0]?.lineId ?? '', quantity: 1 });

export const ended = ({ status }: FulfillmentOrder): boolean =>
  status === 'CLOSED' || status === 'INCOMPLETE' || status === 'CANCELLED';

/** Two are the same state when everything a decision looks at is the same. */
const nameOf = ({ createdAtMs: _at, packings = 0, ...work }: FulfillmentOrder): string =>
  JSON.stringify({ ...work, shipmentId: work.shipmentId !== undefined, many: Math.min(packings, 2) });

/** Somebody's deed on work in some state, and the events of it. */
type Seen = (work: FulfillmentOrder, name: string, events: readonly FulfillmentOrderEvent[]) => void;

/** Every state that can be reached from a start, and where each leads; every deed that is possible is shown. */
export function walk(
  start: FulfillmentOrder,
  seeing: Seen = () => undefined,
): Map<string, { work: FulfillmentOrder; to: Set<string> }> {
  const seen = new Map([[nameOf(start), { work: start, to: new Set<string>() }]]);
  const queue = [start];
  for (let work = queue.pop(); work !== undefined; work = queue.pop()) {
    const from = seen.get(nameOf(work));
    for (const [deed, decide] of steps) {
      let next = work;
      let events: readonly FulfillmentOrderEvent[] = [];
      try {
        events = decide(work);
      } catch {
        continue;
      }
      for (const event of events) next = evolve(next, event, 1);
      seeing(work, deed, events);
      const name = nameOf(next);
      from?.to.add(name);
      if (seen.has(name)) continue;
      const faults = counterFaults(next);
      if (faults.length > 0) throw new Error(`After ${deed}: ${faults.join('; ')}.`);
      seen.set(name, { work: next, to: new Set() });
      queue.push(next);
    }
  }
  return seen;
}

export const awaiting = (work: FulfillmentOrder): FulfillmentOrder => ({
  ...work,
  awaiting: true,
  lines: work.lines.map((line) => ({ ...line, awaited: 1 })),
});
export const arrivedWork = (): FulfillmentOrder => ({
  ...created([2], true),
  ...{ status: 'IN_PROGRESS', assignment: 'ACCEPTED', step: 'PACKED', arrivedFrom: 'sender' },
  lines: created([2], true).lines.map((line) => ({ ...line, picked: 2 })),
});
