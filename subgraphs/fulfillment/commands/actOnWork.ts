import { notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { mayReadRow, type Identity, type RowRule } from '../../../schema/identity.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Who asks for an action on which fulfillment order. */
export interface ActionCall {
  readonly id: string;
  /** Idempotency key; without it a repeated action meets the table of transitions. */
  readonly key: string | null | undefined;
  readonly identity: Identity;
  readonly requestId: string;
  /** Who may see the row; as any row of a customer if absent. */
  readonly rule?: RowRule;
}

/** What an action says happened; it refuses with a coded error. */
export type Decide = (work: FulfillmentOrder) => readonly FulfillmentOrderEvent[];

/** How one action on one piece of work is carried out. */
export interface ActOnWork {
  /** The work, if the caller may see it. */
  load(call: ActionCall): Promise<FulfillmentOrder>;
  /** Row scope, the table, the events, and what a refusal sets off, in one transaction; the work after it. */
  act(call: ActionCall, name: string, input: object, decide: Decide): Promise<FulfillmentOrder>;
}

export function createActOnWork(deps: {
  models: FulfillmentModels;
  journal: Journal;
  idempotency: Idempotency;
  work: WorkAggregate;
  refusals: Refusals;
}): ActOnWork {
  const { models, journal, idempotency, work, refusals } = deps;

  const load = async ({ id, identity, rule }: ActionCall): Promise<FulfillmentOrder> => {
    const found = await models.FulfillmentOrder.findOne({ _id: id }).lean<FulfillmentOrder>();
    return ownWork(found ?? undefined, identity, rule);
  };
  const decideIn = async (tx: Tx, call: ActionCall, decide: Decide): Promise<FulfillmentOrder> => {
    const by: Cause = { actor: call.identity.subject, cause: call.requestId };
    const { state, events } = await runDecision(journal, work, {
      ...{ id: call.id, tx, ...by },
      decide: (found) => decide(ownWork(found, call.identity, call.rule)),
    });
    const after = ownWork(state, call.identity, call.rule);
    await refusals.follow(tx, after, events, by);
    return after;
  };
  return {
    load,
    act: async (call, name, input, decide) => {
      // The row first: somebody else's key must not answer for work one may not see.
      await load(call);
      const once = (tx: Tx) => decideIn(tx, call, decide);
      return journal.exclusive(`fulfillmentOrder:${call.id}`, async () => {
        if (call.key == null) return withTransaction(journal.connection, once);
        const scope = { principal: call.identity.subject, operation: name, key: call.key };
        const done = await idempotency.once({ ...scope, input: { id: call.id, ...input } }, once);
        return done.result;
      });
    },
  };
}

/** The work if the caller may see it; a foreign id looks like an unknown one. */
export function ownWork(
  found: FulfillmentOrder | undefined,
  identity: Identity,
  rule?: RowRule,
): FulfillmentOrder {
  if (found === undefined || !mayReadRow(identity, { ...rowOf(found) }, rule))
    throw notFound('fulfillment order');
  return found;
}

/** What of a fulfillment order decides who may see it. */
export const rowOf = ({ owner, channel, locationId }: FulfillmentOrder) => ({
  ...{ owner, channel },
  locationIds: [locationId],
});
