import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { decideStartInBatch, existing } from '../domain/decide.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { decidePick } from '../domain/pick.ts';
import { decideScan, openBatch, type PickBatch, type Scan } from '../domain/pickBatch.ts';
import { pickedInBatch, type ShortLine } from '../domain/pickBatchEnd.ts';
import type { PickBatchKind } from '../generated/resolverTypes.ts';
import { articlesFor } from '../store/articles.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { PickBatchDoc } from '../store/siteDocs.ts';
import { ownAt, ownLocation } from '../store/ownRow.ts';
import { causeOf, checkedReason, scopeOf, type LocationCall } from './locationCall.ts';
import type { Refusals } from './refusals.ts';
import type { PickBatchAggregate, WorkAggregate } from './workAggregate.ts';

/** What a carrier's pickup needs. */
export interface Wave {
  readonly locationId: string;
  readonly dueByMs: number;
  /** All services if empty. */
  readonly serviceCodes: readonly string[];
  readonly most: number;
}

/** Picking of several fulfillment orders together. Every command answers with the batch after it. */
export interface PickBatches {
  start(call: LocationCall, locationId: string, ids: readonly string[]): Promise<PickBatchDoc>;
  releaseWave(call: LocationCall, wave: Wave): Promise<PickBatchDoc>;
  scan(call: LocationCall, batchId: string, scan: Scan): Promise<PickBatchDoc>;
  finish(call: LocationCall, batchId: string, short: readonly ShortLine[]): Promise<PickBatchDoc>;
  cancel(call: LocationCall, batchId: string, reason: string): Promise<PickBatchDoc>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly work: WorkAggregate;
  readonly batches: PickBatchAggregate;
  readonly refusals: Refusals;
  readonly newId: () => string;
}

const mostOrders = 50;

export function createPickBatches(deps: Deps): PickBatches {
  const { models, journal, idempotency } = deps;
  const read = async (id: string): Promise<PickBatchDoc> => {
    const found = await models.PickBatch.findOne({ _id: id }).lean<PickBatchDoc>();
    if (found === null) throw notFound('batch');
    return found;
  };
  /** One command on a batch the caller may see, once for its key. */
  const onBatch = async (
    call: LocationCall,
    { batchId, operation, input }: { batchId: string; operation: string; input: object },
    task: (tx: Tx) => Promise<void>,
  ): Promise<PickBatchDoc> => {
    ownAt(await models.PickBatch.findOne({ _id: batchId }).lean<PickBatchDoc>(), call.identity, 'batch');
    await journal.exclusive(`pickBatch:${batchId}`, () =>
      idempotency.once(scopeOf(call, operation, { batchId, ...input }), async (tx) => {
        await task(tx);
        return true;
      }),
    );
    return read(batchId);
  };
  return {
    start: async (call, locationId, ids) => {
      await ownLocation(models, call.identity, locationId);
      const wanted = checkedIds(ids);
      const scope = scopeOf(call, 'startPickBatch', { locationId, ids: wanted });
      const { result } = await idempotency.once(scope, (tx) =>
        startIn(deps, tx, call, { locationId, ids: wanted, kind: 'BATCH' }),
      );
      return read(result);
    },
    releaseWave: async (call, wave) => {
      await ownLocation(models, call.identity, wave.locationId);
      if (!Number.isInteger(wave.most) || wave.most < 1 || wave.most > mostOrders)
        throw codedError('BAD_USER_INPUT', `A wave takes 1 to ${mostOrders} orders.`, { field: 'most' });
      const { result } = await idempotency.once(scopeOf(call, 'releaseWave', wave), async (tx) => {
        const ids = await dueWork(deps, tx, wave);
        if (ids.length === 0) throw codedError('NOTHING_TO_PICK', 'No accepted work is due by then.');
        return startIn(deps, tx, call, { locationId: wave.locationId, ids, kind: 'WAVE' });
      });
      return read(result);
    },
    scan: (call, batchId, scan) =>
      onBatch(call, { batchId, operation: 'scanPick', input: scan }, (tx) =>
        scanIn(deps, tx, call, { batchId, scan }),
      ),
    finish: (call, batchId, short) =>
      onBatch(call, { batchId, operation: 'finishPickBatch', input: { short } }, (tx) =>
        finishIn(deps, tx, call, { batchId, short }),
      ),
    cancel: (call, batchId, given) => {
      const reason = checkedReason(given);
      return onBatch(call, { batchId, operation: 'cancelPickBatch', input: { reason } }, (tx) =>
        endIn(deps, tx, call, { batchId, end: { state: 'CANCELLED', reason } }),
      );
    },
  };
}

function checkedIds(ids: readonly string[]): string[] {
  const wanted = [...new Set(ids)];
  if (wanted.length < 1 || wanted.length > mostOrders)
    throw codedError('BAD_USER_INPUT', `A batch takes 1 to ${mostOrders} fulfillment orders.`, {
      field: 'fulfillmentOrderIds',
    });
  return wanted;
}

/** Accepted work that nobody has begun and that is due, most urgent first. */
async function dueWork({ models }: Deps, tx: Tx, wave: Wave): Promise<string[]> {
  const { locationId, dueByMs, serviceCodes, most } = wave;
  const found = await models.FulfillmentOrder.find(
    {
      ...{ locationId, status: 'OPEN' as const, assignment: 'ACCEPTED' as const, step: 'TO_PICK' as const },
      awaiting: trusted({ $ne: true }),
      'dueAt.handoverMs': trusted({ $lte: dueByMs }),
      ...(serviceCodes.length === 0 ? {} : { serviceCode: trusted({ $in: [...serviceCodes] }) }),
    },
    { _id: 1 },
  )
    .sort({ 'dueAt.handoverMs': 1, _id: 1 })
    .limit(most)
    .session(tx.session)
    .lean();
  return found.map(({ _id }) => _id);
}

const worksIn = ({ models }: Deps, tx: Tx, ids: readonly string[]): Promise<FulfillmentOrder[]> =>
  models.FulfillmentOrder.find({ _id: trusted({ $in: [...ids] }) })
    .session(tx.session)
    .lean<FulfillmentOrder[]>();

/** All of the work begins, and the batch with it; the batch's id. */
async function startIn(
  deps: Deps,
  tx: Tx,
  call: LocationCall,
  { locationId, ids, kind }: { locationId: string; ids: readonly string[]; kind: PickBatchKind },
): Promise<string> {
  const { models, journal, work, batches, newId } = deps;
  const batchId = newId();
  const works = await worksIn(deps, tx, ids);
  const before = works.flatMap((found) => (found.step === 'PICKING' ? (found.batchId ?? []) : []));
  const busy = await models.PickBatch.find({ _id: trusted({ $in: before }), state: 'OPEN' }, { _id: 1 })
    .session(tx.session)
    .lean();
  const open = new Set(busy.map((row) => row._id));
  for (const id of ids)
    await runDecision(journal, work, {
      ...{ id, tx, ...causeOf(call) },
      decide: (found) => {
        if (found?.locationId !== locationId) throw notFound('fulfillment order');
        if (found.step === 'PICKING' && open.has(found.batchId ?? ''))
          throw codedError('INVALID_TRANSITION', `${id} is being picked in another batch.`);
        return decideStartInBatch(found, batchId);
      },
    });
  const data = { batchId, locationId, kind, fulfillmentOrderIds: [...ids] };
  await runDecision(journal, batches, {
    ...{ id: batchId, tx, ...causeOf(call) },
    decide: () => [{ type: 'fulfillment.PickBatchStarted' as const, data }],
  });
  return batchId;
}

async function batchIn({ models }: Deps, tx: Tx, batchId: string): Promise<PickBatch> {
  const found = await models.PickBatch.findOne({ _id: batchId }).session(tx.session).lean<PickBatchDoc>();
  return openBatch(found ?? undefined);
}

async function scanIn(
  deps: Deps,
  tx: Tx,
  call: LocationCall,
  { batchId, scan }: { batchId: string; scan: Scan },
): Promise<void> {
  const { fulfillmentOrderIds } = await batchIn(deps, tx, batchId);
  const works = await worksIn(deps, tx, fulfillmentOrderIds);
  const articles = await articlesFor(deps.models, [], scan.code);
  await runDecision(deps.journal, deps.batches, {
    ...{ id: batchId, tx, ...causeOf(call) },
    decide: (batch) => decideScan(openBatch(batch), works, articles, scan),
  });
}

async function finishIn(
  deps: Deps,
  tx: Tx,
  call: LocationCall,
  { batchId, short }: { batchId: string; short: readonly ShortLine[] },
): Promise<void> {
  const { journal, work, refusals } = deps;
  const batch = await batchIn(deps, tx, batchId);
  const works = await worksIn(deps, tx, batch.fulfillmentOrderIds);
  const by = causeOf(call);
  for (const { fulfillmentOrderId: id, units } of pickedInBatch(batch, works, short)) {
    const { state, events } = await runDecision(journal, work, {
      ...{ id, tx, ...by },
      decide: (found) => decidePick(existing(found), units),
    });
    await refusals.follow(tx, existing(state), events, by);
  }
  await endIn(deps, tx, call, { batchId, end: { state: 'DONE' } });
}

async function endIn(
  { journal, batches }: Deps,
  tx: Tx,
  call: LocationCall,
  { batchId, end }: { batchId: string; end: { state: 'DONE' | 'CANCELLED'; reason?: string } },
): Promise<void> {
  await runDecision(journal, batches, {
    ...{ id: batchId, tx, ...causeOf(call) },
    decide: (found) => {
      const { locationId } = openBatch(found);
      return [{ type: 'fulfillment.PickBatchEnded' as const, data: { batchId, locationId, ...end } }];
    },
  });
}
