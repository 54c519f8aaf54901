import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { decideHandOver, existing } from '../domain/decide.ts';
import { manifestOf, type Pickup } from '../domain/manifest.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { ManifestDoc } from '../store/siteDocs.ts';
import { ownLocation } from '../store/ownRow.ts';
import { causeOf, scopeOf, type LocationCall } from './locationCall.ts';
import type { ManifestAggregate, WorkAggregate } from './workAggregate.ts';

/** What carriers pick up. */
export interface Manifests {
  /** Everything that is labelled for a pickup is handed over, and stands on one manifest. */
  close(call: LocationCall, pickup: Pickup): Promise<ManifestDoc>;
}

/** Fulfillment orders on one manifest: all of it is one transaction. */
const mostEntries = 200;

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly work: WorkAggregate;
  readonly manifests: ManifestAggregate;
  readonly newId: () => string;
}

export function createManifests(deps: Deps): Manifests {
  const { models, idempotency } = deps;
  return {
    close: async (call, pickup) => {
      await ownLocation(models, call.identity, pickup.locationId);
      if (pickup.serviceCodes.length < 1 || pickup.serviceCodes.length > 20)
        throw codedError('BAD_USER_INPUT', 'A pickup takes 1 to 20 services.', { field: 'serviceCodes' });
      // One after the other: what was handed over alone stands on one of two manifests.
      const { result } = await deps.journal.exclusive(`manifest-of:${pickup.locationId}`, () =>
        idempotency.once(scopeOf(call, 'closeManifest', pickup), (tx) => closeIn(deps, tx, call, pickup)),
      );
      const found = await models.Manifest.findOne({ _id: result }).lean<ManifestDoc>();
      if (found === null) throw notFound('manifest');
      return found;
    },
  };
}

/** Labelled parcels for the pickup, most urgent first. */
const labelled = ({ models }: Deps, tx: Tx, { locationId, serviceCodes, dueByMs }: Pickup) =>
  models.FulfillmentOrder.find({
    ...{ locationId, status: 'IN_PROGRESS' as const, step: 'LABELLED' as const },
    serviceCode: trusted({ $in: [...serviceCodes] }),
    ...(dueByMs === undefined ? {} : { 'dueAt.handoverMs': trusted({ $lte: dueByMs }) }),
  })
    .sort({ 'dueAt.handoverMs': 1, _id: 1 })
    .limit(mostEntries + 1)
    .session(tx.session)
    .lean<FulfillmentOrder[]>();

/** What is handed over alone stands on the next manifest within a day. */
const dayMs = 86_400_000;

/** Parcels for the pickup that were handed over by themselves and stand on no manifest yet, the oldest first. */
async function handedOverAlone(
  { models, journal }: Deps,
  { session }: Tx,
  { locationId, serviceCodes }: Pickup,
): Promise<FulfillmentOrder[]> {
  const since = trusted({ $gt: journal.clock.nowMs() - dayMs });
  const closed = await models.Manifest.find({ locationId, closedAtMs: since })
    .session(session)
    .lean<ManifestDoc[]>();
  const listed = closed.flatMap(({ entries }) => entries.map((entry) => entry.fulfillmentOrderId));
  return models.FulfillmentOrder.find({
    ...{ locationId, step: 'HANDED_OVER' as const, handedOverAtMs: since },
    serviceCode: trusted({ $in: [...serviceCodes] }),
    _id: trusted({ $nin: listed }),
    purchase: trusted({ $exists: false }),
  })
    .sort({ handedOverAtMs: 1, _id: 1 })
    .limit(mostEntries)
    .session(session)
    .lean<FulfillmentOrder[]>();
}

async function closeIn(deps: Deps, tx: Tx, call: LocationCall, pickup: Pickup): Promise<string> {
  const { journal, work, manifests, newId } = deps;
  const found = {
    labelled: await labelled(deps, tx, pickup),
    alone: await handedOverAlone(deps, tx, pickup),
  };
  const manifestId = newId();
  const data = manifestOf(manifestId, pickup, found, mostEntries);
  if (data.entries.length === 0)
    throw codedError('NOTHING_TO_HAND_OVER', 'No labelled parcel waits for this pickup.', {
      leftOut: data.leftOut,
    });
  for (const { fulfillmentOrderId: id } of data.entries.filter((entry) => entry.handedOverAtMs === undefined))
    await runDecision(journal, work, {
      ...{ id, tx, ...causeOf(call) },
      decide: (now) => decideHandOver(existing(now), journal.clock.nowMs()),
    });
  await runDecision(journal, manifests, {
    ...{ id: manifestId, tx, ...causeOf(call) },
    decide: () => [{ type: 'fulfillment.ManifestClosed' as const, data }],
  });
  return manifestId;
}
