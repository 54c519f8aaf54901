import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { ShippingClient } from '../clients/shippingClient.ts';
import {
  decideAnswerAgain,
  decideProgress,
  planCancel,
  type CancelAsk,
  type CancelAskEvent,
} from '../domain/cancelAsk.ts';
import { decideCancel } from '../domain/cancel.ts';
import { existing } from '../domain/decide.ts';
import { refOf, type FulfillmentOrder, type FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import type { Resourcing } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import { cancelInSearch } from './cancelLines.ts';
import type { Refusals } from './refusals.ts';
import type { CancelAskAggregate, ResourcingAggregate, WorkAggregate } from './workAggregate.ts';

/** Answers cancellations that orders asks for. Each step is in the journal before the next begins. */
export interface CancelAsks {
  /**
   * Decides which units will not be sent. Asked again under the same name, it gives the same answer. `change`: they are
   * to go another way, and stay reserved.
   */
  answer(
    asked: Pick<EventPayload<'orders.CancelAsked'>, 'orderId' | 'causeId' | 'lines'>,
    by: Cause,
    change?: boolean,
  ): Promise<void>;
  /** Goes on with every ask that has no answer yet. */
  recover(): Promise<void>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly searches: ResourcingAggregate;
  readonly asks: CancelAskAggregate;
  readonly refusals: Refusals;
  readonly shipping: ShippingClient;
}

export function createCancelAsks(deps: Deps): CancelAsks {
  const { models, journal, asks } = deps;
  const goOn = async (askId: string, by: Cause): Promise<void> => {
    while (!(await step(deps, askId, by)));
  };
  return {
    answer: async ({ orderId, causeId: askId, lines }, by, change) => {
      const kind = change === true ? { change } : {};
      const { state } = await runDecision<CancelAsk, CancelAskEvent>(journal, asks, {
        ...{ id: askId, ...by },
        decide: (known) =>
          known === undefined
            ? [{ type: 'fulfillment.CancelReceived', data: { askId, orderId, lines, ...kind } }]
            : decideAnswerAgain(known),
      });
      journal.crashpoint('cancelAsk.afterReceived');
      if (state?.state === 'OPEN') await goOn(askId, by);
    },
    recover: async () => {
      const open = await models.CancelAsk.find({ state: 'OPEN' }, { _id: 1 }).limit(500).lean();
      for (const { _id } of open) await goOn(_id, { actor: 'system:fulfillment', cause: _id });
    },
  };
}

/** One step; true when the ask is answered. */
async function step(deps: Deps, askId: string, by: Cause): Promise<boolean> {
  const { models, journal, shipping } = deps;
  const ask = await models.CancelAsk.findOne({ _id: askId }).lean<CancelAsk>();
  if (ask === null || ask.state === 'ANSWERED') return true;
  const { orderId, waitFor } = ask;
  const works = await models.FulfillmentOrder.find({ orderId }, { _id: 1 }).lean();
  const alone = <T>(task: (tx: Tx) => Promise<T>): Promise<T> =>
    exclusiveAll(
      journal,
      works.map(({ _id }) => `fulfillmentOrder:${_id}`),
      () => withTransaction(journal.connection, task),
    );
  if (waitFor === undefined) {
    const answered = await alone((tx) => progress(deps, tx, askId, by));
    journal.crashpoint('cancelAsk.afterProgress');
    return answered;
  }
  const stopped = await stopLabel(shipping, waitFor.shipmentId, by);
  journal.crashpoint('cancelAsk.afterVoid');
  await alone((tx) => conclude(deps, tx, { askId, stopped, by }));
  return false;
}

/** The carrier says whether parcels can be stopped: a label that was scanned cannot be voided. */
async function stopLabel(shipping: ShippingClient, shipmentId: string, by: Cause): Promise<boolean> {
  try {
    await shipping.voidShipment(shipmentId, by.cause);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'INVALID_TRANSITION') return false;
    throw error;
  }
}

/** Takes units from wherever that is possible at once, and stops one labelled piece of work if that is needed. */
async function progress(deps: Deps, tx: Tx, askId: string, by: Cause): Promise<boolean> {
  const { models, journal, work, asks, refusals } = deps;
  const ask = await models.CancelAsk.findOne({ _id: askId }).session(tx.session).lean<CancelAsk>();
  if (ask === null || ask.state === 'ANSWERED') return true;
  const { orderId } = ask;
  const open = { orderId, state: trusted({ $ne: 'ENDED' as const }) };
  const searches = await models.Resourcing.find(open)
    .sort({ _id: 1 })
    .session(tx.session)
    .lean<Resourcing[]>();
  const works = await models.FulfillmentOrder.find({ orderId })
    .session(tx.session)
    .lean<FulfillmentOrder[]>();
  const plan = planCancel(ask, searches, works);
  for (const { search, lines } of plan.searches)
    await cancelInSearch(deps, tx, { search, units: lines, by, askId });
  for (const { work: each, lines } of plan.works) {
    const { state, events } = await runDecision(journal, work, {
      ...{ id: each._id, tx, ...by },
      decide: (now) => decideCancel(existing(now), lines, askId),
    });
    await refusals.follow(tx, existing(state), events, by);
  }
  if (plan.stop !== undefined)
    await runDecision<FulfillmentOrder, FulfillmentOrderEvent>(journal, work, {
      ...{ id: plan.stop.work._id, tx, ...by },
      decide: (now) => [{ type: 'fulfillment.HandOverStopped', data: { ...refOf(existing(now)), askId } }],
    });
  await runDecision<CancelAsk, CancelAskEvent>(journal, asks, {
    ...{ id: askId, tx, ...by },
    decide: () => decideProgress(ask, plan),
  });
  return plan.stop === undefined;
}

/** The parcels could be stopped, or could not: their units are cancelled, or the work goes on. */
async function conclude(
  { models, journal, work, asks, refusals }: Deps,
  tx: Tx,
  { askId, stopped, by }: { askId: string; stopped: boolean; by: Cause },
): Promise<void> {
  const ask = await models.CancelAsk.findOne({ _id: askId }).session(tx.session).lean<CancelAsk>();
  if (ask?.waitFor === undefined) return;
  const { orderId, waitFor } = ask;
  const { fulfillmentOrderId } = waitFor;
  const { state, events } = await runDecision<FulfillmentOrder, FulfillmentOrderEvent>(journal, work, {
    ...{ id: fulfillmentOrderId, tx, ...by },
    decide: (now) => stoppedEvents(existing(now), { askId, stopped, waitFor }),
  });
  await refusals.follow(tx, existing(state), events, by);
  const gone = events.find(({ type }) => type === 'fulfillment.LinesCancelled');
  // What is left of it, because units went elsewhere meanwhile, is looked for in the next step.
  const lines = gone === undefined ? [] : (gone.data as EventPayload<'fulfillment.LinesCancelled'>).lines;
  const cancelled = gone === undefined ? [] : [{ fulfillmentOrderId, waited: false, lines }];
  const avoid = gone === undefined ? [fulfillmentOrderId] : [];
  await runDecision<CancelAsk, CancelAskEvent>(journal, asks, {
    ...{ id: askId, tx, ...by },
    decide: () => [{ type: 'fulfillment.CancelProgressed', data: { askId, orderId, cancelled, avoid } }],
  });
}

function stoppedEvents(
  work: FulfillmentOrder,
  {
    askId,
    stopped,
    waitFor,
  }: { askId: string; stopped: boolean; waitFor: NonNullable<CancelAsk['waitFor']> },
): FulfillmentOrderEvent[] {
  // The label is void, by whoever's wish; another one would have to be asked for.
  const labelledAnew = work.shipmentId !== undefined && work.shipmentId !== waitFor.shipmentId;
  if (stopped && !labelledAnew) return decideCancel(work, waitFor.lines, askId);
  return work.stoppedFor === askId
    ? [{ type: 'fulfillment.HandOverResumed', data: { ...refOf(work), askId } }]
    : [];
}
