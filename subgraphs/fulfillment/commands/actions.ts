import type { Journal } from '../../../platform/journal/journal.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import type { CollectionProof, OrdersClient } from '../clients/ordersClient.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import {
  decideAccept,
  decideCollect,
  decideFinishMaking,
  decideHandOver,
  decideReady,
  decideReject,
  decideStartMaking,
  decideStartPicking,
} from '../domain/decide.ts';
import { decidePick, type PickedUnits } from '../domain/pick.ts';
import type { FulfillmentOrder, LineUnits } from '../domain/fulfillmentOrder.ts';
import { decidePack, type PackedByHand } from '../domain/pack.ts';
import { packingFacts } from '../store/packingFacts.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { ActionCall, ActOnWork } from './actOnWork.ts';
import type { LabelWork } from './labelWork.ts';
import type { Uncollected } from './uncollected.ts';

/** What a location does with its work. Every action answers with the work after it. */
export interface Actions {
  accept(call: ActionCall): Promise<FulfillmentOrder>;
  reject(call: ActionCall, reason: RejectReason): Promise<FulfillmentOrder>;
  startPicking(call: ActionCall): Promise<FulfillmentOrder>;
  pick(call: ActionCall, units: readonly PickedUnits[]): Promise<FulfillmentOrder>;
  startMaking(call: ActionCall): Promise<FulfillmentOrder>;
  finishMaking(call: ActionCall): Promise<FulfillmentOrder>;
  pack(call: ActionCall, parcels: readonly PackedByHand[]): Promise<FulfillmentOrder>;
  label(call: ActionCall): Promise<FulfillmentOrder>;
  handOver(call: ActionCall): Promise<FulfillmentOrder>;
  readyForCollection(call: ActionCall): Promise<FulfillmentOrder>;
  /** Everything that waits, or the named units, to whoever shows the code where the retailer asks for it. */
  collect(call: ActionCall, handed?: Handed): Promise<FulfillmentOrder>;
}

/** What is handed out at the counter, and on what. */
export interface Handed {
  readonly units?: readonly LineUnits[] | undefined;
  readonly proof?: CollectionProof | undefined;
}

/** Refuses whoever shows a wrong code, or none where the retailer asks for it. What is collected already is not asked again. */
async function requireCollector(
  { orders, settings }: { orders: OrdersClient; settings: Settings<FulfillmentSettings> },
  { requestId }: ActionCall,
  { orderId, step }: FulfillmentOrder,
  proof: CollectionProof | undefined,
): Promise<void> {
  if (step === 'COLLECTED') return;
  if (proof === undefined) {
    if (!settings.current().collectionCodeRequired) return;
    throw codedError('COLLECTION_REFUSED', 'Ask the customer for the collection code.', { field: 'proof' });
  }
  if (await orders.mayCollect(orderId, proof, requestId)) return;
  throw codedError(
    'COLLECTION_REFUSED',
    'This is not the code of the order, or not a name that may collect it.',
  );
}

export function createActions(deps: {
  models: FulfillmentModels;
  journal: Journal;
  on: ActOnWork;
  label: LabelWork;
  uncollected: Uncollected;
  orders: OrdersClient;
  settings: Settings<FulfillmentSettings>;
}): Actions {
  const { models, journal, on, label, uncollected } = deps;
  const { act, load } = on;
  const { clock } = journal;

  const factsFor = packingFacts(models);

  return {
    accept: (call) => act(call, 'acceptFulfillmentOrder', {}, decideAccept),
    reject: (call, reason) =>
      act(call, 'rejectFulfillmentOrder', { reason }, (found) => decideReject(found, reason)),
    startPicking: (call) => act(call, 'startPicking', {}, decideStartPicking),
    pick: (call, units) => act(call, 'pickFulfillmentOrder', { units }, (found) => decidePick(found, units)),
    startMaking: (call) => act(call, 'startMaking', {}, decideStartMaking),
    finishMaking: (call) => act(call, 'finishMaking', {}, decideFinishMaking),
    pack: async (call, parcels) => {
      const facts = await factsFor(await load(call));
      return act(call, 'packFulfillmentOrder', { parcels }, (found) => decidePack(found, parcels, facts));
    },
    label,
    handOver: (call) =>
      act(call, 'handOverFulfillmentOrder', {}, (found) => decideHandOver(found, clock.nowMs())),
    readyForCollection: async (call) => {
      const collectByMs = await uncollected.collectByMs(await load(call));
      return act(call, 'readyForCollection', {}, (found) => decideReady(found, collectByMs));
    },
    collect: async (call, { units, proof } = {}) => {
      await requireCollector(deps, call, await load(call), proof);
      return act(
        call,
        units === undefined ? 'collectFulfillmentOrder' : 'collectUnits',
        units === undefined ? {} : { units },
        (found) => decideCollect(found, clock.nowMs(), units),
      );
    },
  };
}
