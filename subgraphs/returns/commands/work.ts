import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { placeFault } from '../../../platform/values/placeFault.ts';
import type { Identity } from '../../../schema/identity.ts';
import { placeFor } from '../domain/placeByRule.ts';
import { returnEvent, returnMachine, type ReturnEvent, type ReturnState } from '../domain/return.ts';
import type { ReturnsApplication } from '../application.ts';

/** One command on a return. */
export interface ReturnWork {
  readonly operation: string;
  readonly id: string;
  readonly key: string;
  readonly input: unknown;
  readonly who: Identity;
  readonly requestId: string;
  /** Whose returns it may touch. */
  readonly may: (who: Identity, state: ReturnState) => boolean;
}

/** Runs one decision on a return, once per key. */
export async function act(
  application: ReturnsApplication,
  work: ReturnWork,
  decide: (state: ReturnState | undefined) => ReturnEvent[],
): Promise<string> {
  const { operation, id, key, input, who, requestId, may } = work;
  const scope = { principal: who.subject, operation, key, input: { id, input } };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    await runDecision(application.journal, application.returns, {
      ...{ id, actor: who.subject, cause: requestId, tx },
      decide: (state) => {
        if (state === undefined || !may(who, state)) throw notFound('return');
        return decide(state);
      },
    });
    return { id };
  });
  return result.id;
}

/** UNKNOWN_LOCATION, LOCATION_CLOSED or LOCATION_WITHOUT_STOCK where nothing can be taken back. */
export async function requireReceiving({ others }: ReturnsApplication, locationId: string): Promise<void> {
  const fault = placeFault(locationId, await others.location(locationId));
  if (fault !== undefined) throw codedError(fault.code, fault.message, { field: 'locationId' });
}

/** Moves a return on because another subgraph said so; nothing if it is past that. */
export async function follow(
  application: ReturnsApplication,
  id: string,
  cause: { actor: string; cause: string; tx?: Tx },
  decide: (state: ReturnState) => readonly ReturnEvent[],
): Promise<void> {
  await runDecision(application.journal, application.returns, {
    ...{ id, ...cause },
    decide: (state) => (state === undefined ? [] : decide(state)),
  });
}

/** Creates the shipment back and its label, for returns that travel by parcel. May be repeated. */
export async function issueLabel(application: ReturnsApplication, id: string): Promise<void> {
  const state = await application.model.findOne({ _id: id }).lean<ReturnState>();
  if (
    state === null ||
    state.method === 'IN_STORE' ||
    state.method === 'CARRIER' ||
    state.status !== 'AUTHORIZED'
  )
    return;
  const order = await application.orders.facts(state.orderId, id);
  const open = await application.others.returnsLocations();
  const of = { country: order?.country, channel: state.channel };
  const locationId = placeFor(open, application.settings.current(), of);
  if (locationId === undefined) throw new Error('No location takes returns: all are closed.');
  const weights = await Promise.all(
    state.lines.map(async (line) => line.quantity * (await application.others.variant(line.sku)).weightGrams),
  );
  const shipmentId = await application.others.createReturnShipment({
    ...{ returnId: id, orderId: state.orderId, locationId, owner: state.owner, channel: state.channel },
    lines: state.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
    weightGrams: Math.max(
      1,
      weights.reduce((sum, grams) => sum + grams, 0),
    ),
  });
  await follow(application, id, { actor: 'system:returns', cause: `label:${id}` }, (now) =>
    returnMachine.can(now.status, 'LABEL_ISSUED')
      ? [returnEvent('returns.LabelIssued', { returnId: id, orderId: now.orderId, shipmentId, locationId })]
      : [],
  );
}
