import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import {
  decideAccept,
  decideCollect,
  decideHandOver,
  decideLabel,
  decideReady,
  decideReject,
  decideStartPicking,
  samePacking,
} from '../domain/decide.ts';
import { hasEnded } from '../domain/cancel.ts';
import { decidePick, type PickedUnits } from '../domain/pick.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import { decidePack, type PackedByHand } from '../domain/pack.ts';
import { requireAction } from '../domain/tables.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import type { Cause } from '../ports.ts';
import type { ShippingClient } from '../clients/shippingClient.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { Uncollected } from './uncollected.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Who asks for an action on which fulfillment order. */
export interface ActionCall {
  readonly id: string;
  /** Idempotency key; without it a repeated action meets the table of transitions. */
  readonly key: string | null | undefined;
  readonly identity: Identity;
  readonly requestId: string;
}

/** What a location does with its work. Every action answers with the work after it. */
export interface Actions {
  accept(call: ActionCall): Promise<FulfillmentOrder>;
  reject(call: ActionCall, reason: RejectReason): Promise<FulfillmentOrder>;
  startPicking(call: ActionCall): Promise<FulfillmentOrder>;
  pick(call: ActionCall, units: readonly PickedUnits[]): Promise<FulfillmentOrder>;
  pack(call: ActionCall, parcels: readonly PackedByHand[]): Promise<FulfillmentOrder>;
  label(call: ActionCall): Promise<FulfillmentOrder>;
  handOver(call: ActionCall): Promise<FulfillmentOrder>;
  readyForCollection(call: ActionCall): Promise<FulfillmentOrder>;
  collect(call: ActionCall): Promise<FulfillmentOrder>;
}

type Decide = (work: FulfillmentOrder) => readonly FulfillmentOrderEvent[];

export function createActions(deps: {
  models: FulfillmentModels;
  journal: Journal;
  idempotency: Idempotency;
  work: WorkAggregate;
  refusals: Refusals;
  shipping: ShippingClient;
  uncollected: Uncollected;
}): Actions {
  const { models, journal, idempotency, work, refusals, shipping, uncollected } = deps;
  const { clock } = journal;

  const load = async ({ id, identity }: ActionCall): Promise<FulfillmentOrder> => {
    const found = await models.FulfillmentOrder.findOne({ _id: id }).lean<FulfillmentOrder>();
    return ownWork(found ?? undefined, identity);
  };

  /** One action: row scope, the table, the events, and what a refusal sets off, all in one transaction. */
  const decideIn = async (tx: Tx, call: ActionCall, decide: Decide): Promise<FulfillmentOrder> => {
    const by: Cause = { actor: call.identity.subject, cause: call.requestId };
    const { state, events } = await runDecision(journal, work, {
      ...{ id: call.id, tx, ...by },
      decide: (found) => decide(ownWork(found, call.identity)),
    });
    const after = ownWork(state, call.identity);
    await refusals.follow(tx, after, events, by);
    return after;
  };

  const act = async (
    call: ActionCall,
    name: string,
    input: object,
    decide: Decide,
  ): Promise<FulfillmentOrder> => {
    // The row first: somebody else's key must not answer for work one may not see.
    await load(call);
    const once = (tx: Tx) => decideIn(tx, call, decide);
    return journal.exclusive(`fulfillmentOrder:${call.id}`, async () => {
      if (call.key == null) return withTransaction(journal.connection, once);
      const scope = { principal: call.identity.subject, operation: name, key: call.key };
      const done = await idempotency.once({ ...scope, input: { id: call.id, ...input } }, once);
      return done.result;
    });
  };

  /** Void a label nobody will use, because the work changed while it was bought; a retry needs one that fits. */
  const giveUpUnused = async (
    before: FulfillmentOrder,
    shipmentId: string,
    requestId: string,
  ): Promise<void> => {
    const now = await models.FulfillmentOrder.findOne({
      _id: before._id,
    }).lean<FulfillmentOrder>();
    if (now === null || now.shipmentId === shipmentId) return;
    const fits = now.step === 'PACKED' && !hasEnded(now) && samePacking(now.parcels, before.parcels);
    if (!fits) await shipping.voidShipment(shipmentId, requestId);
  };

  const weights = async (found: FulfillmentOrder): Promise<ReadonlyMap<string, number>> => {
    const skus = found.lines.map((line) => line.sku);
    const rows = await models.VariantWeight.find({ _id: trusted({ $in: skus }) }).lean();
    return new Map(rows.map((row) => [row._id, row.weightGrams]));
  };

  return {
    accept: (call) => act(call, 'acceptFulfillmentOrder', {}, decideAccept),
    reject: (call, reason) =>
      act(call, 'rejectFulfillmentOrder', { reason }, (found) => decideReject(found, reason)),
    startPicking: (call) => act(call, 'startPicking', {}, decideStartPicking),
    pick: (call, units) => act(call, 'pickFulfillmentOrder', { units }, (found) => decidePick(found, units)),
    pack: async (call, parcels) => {
      const grams = await weights(await load(call));
      return act(call, 'packFulfillmentOrder', { parcels }, (found) =>
        decidePack(found, parcels, (sku) => grams.get(sku)),
      );
    },
    label: async (call) => {
      const found = await load(call);
      if (found.step !== 'PACKED')
        // Refused by the table, or answered by the key of the first call.
        return act(call, 'labelFulfillmentOrder', {}, (now) => {
          requireAction(now, 'LABEL');
          throw codedError('CONFLICT', 'It was packed at this very moment; try again.');
        });
      requireAction(found, 'LABEL');
      journal.crashpoint('label.beforeShipment');
      // A shipment that exists is found again by its key, so a crash between the two steps buys no second label.
      const shipmentId = await shipping.createShipment(found, call.requestId);
      journal.crashpoint('label.afterShipment');
      try {
        return await act(call, 'labelFulfillmentOrder', {}, (now) =>
          decideLabel(now, found.parcels, shipmentId),
        );
      } catch (error) {
        await giveUpUnused(found, shipmentId, call.requestId);
        throw error;
      }
    },
    handOver: (call) =>
      act(call, 'handOverFulfillmentOrder', {}, (found) => decideHandOver(found, clock.nowMs())),
    readyForCollection: async (call) => {
      const collectByMs = await uncollected.collectByMs(await load(call));
      return act(call, 'readyForCollection', {}, (found) => decideReady(found, collectByMs));
    },
    collect: (call) =>
      act(call, 'collectFulfillmentOrder', {}, (found) => decideCollect(found, clock.nowMs())),
  };
}

/** The work if the caller may see it; a foreign id looks like an unknown one. */
export function ownWork(found: FulfillmentOrder | undefined, identity: Identity): FulfillmentOrder {
  if (found === undefined || !mayReadRow(identity, { ...rowOf(found) })) throw notFound('fulfillment order');
  return found;
}

/** What of a fulfillment order decides who may see it. */
export const rowOf = ({ owner, channel, locationId }: FulfillmentOrder) => ({
  ...{ owner, channel },
  locationIds: [locationId],
});
