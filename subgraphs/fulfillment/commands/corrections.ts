import { codedError, errorCodeOf } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { ShippingClient } from '../clients/shippingClient.ts';
import {
  decideFailed,
  decideStopForVoid,
  decideUnpick,
  decideVoided,
  isVoidStop,
  type FailedUnits,
} from '../domain/corrections.ts';
import { existing } from '../domain/decide.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { ActionCall, ActOnWork } from './actOnWork.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** What a location takes back of its work, until the goods are handed over. */
export interface Corrections {
  voidLabel(call: ActionCall, reason: string): Promise<FulfillmentOrder>;
  unpick(call: ActionCall, reason: string): Promise<FulfillmentOrder>;
  reportFailed(call: ActionCall, units: readonly FailedUnits[]): Promise<FulfillmentOrder>;
  /** A label was voided by somebody else: the parcels need another. */
  voided(tx: Tx, shipment: EventPayload<'shipping.ShipmentVoided'>, by: Cause): Promise<void>;
  /** Goes on with labels that were being voided when the process died. */
  recover(): Promise<void>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly on: ActOnWork;
  readonly shipping: ShippingClient;
}

export function createCorrections(deps: Deps): Corrections {
  const { models, journal, work, on } = deps;
  return {
    voidLabel: async (call, reason) => {
      await on.act(call, 'voidLabel', { reason: checked(reason) }, decideStopForVoid);
      journal.crashpoint('voidLabel.afterStop');
      const isVoid = await finishVoid(deps, call.id, {
        actor: call.identity.subject,
        cause: call.requestId,
      });
      if (!isVoid)
        throw codedError('INVALID_TRANSITION', 'The carrier has these parcels already; the label stays.');
      return on.load(call);
    },
    unpick: (call, reason) =>
      on.act(call, 'unpickFulfillmentOrder', { reason: checked(reason) }, (now) => decideUnpick(now, reason)),
    reportFailed: (call, units) =>
      on.act(call, 'reportFailedUnits', { units }, (now) => decideFailed(now, units)),
    voided: async (tx, { fulfillmentOrderId: id, shipmentId }, by) => {
      if (
        id === undefined ||
        (await models.FulfillmentOrder.exists({ _id: id }).session(tx.session)) === null
      )
        return;
      await runDecision(journal, work, {
        ...{ id, tx, ...by },
        // Where a cancellation waits for it, that decides.
        decide: (now) =>
          existing(now).stoppedFor === undefined ? decideVoided(existing(now), shipmentId, true) : [],
      });
    },
    recover: async () => {
      const left = { stoppedFor: trusted({ $gte: 'void:', $lt: 'void;' }) };
      for (const { _id } of await models.FulfillmentOrder.find(left, { _id: 1 }).limit(200).lean())
        await finishVoid(deps, _id, { actor: 'system:fulfillment', cause: `void:${_id}` });
    },
  };
}

/** Asks the carrier for the label that is being voided; false when the parcels have left. */
async function finishVoid(
  { models, journal, work, shipping }: Deps,
  id: string,
  by: Cause,
): Promise<boolean> {
  const found = await models.FulfillmentOrder.findOne({ _id: id }).lean<FulfillmentOrder>();
  const { shipmentId, stoppedFor, step } = existing(found ?? undefined);
  if (shipmentId === undefined || !isVoidStop(stoppedFor)) return step !== 'HANDED_OVER';
  let isVoid = true;
  try {
    await shipping.voidShipment(shipmentId, by.cause);
  } catch (error) {
    if (errorCodeOf(error) !== 'INVALID_TRANSITION') throw error;
    isVoid = false;
  }
  journal.crashpoint('voidLabel.afterVoid');
  await runDecision(journal, work, {
    ...{ id, ...by },
    decide: (now) => decideVoided(existing(now), shipmentId, isVoid),
  });
  return isVoid;
}

function checked(reason: string): string {
  if (reason.trim() === '' || reason.length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has 1 to 500 characters.', { field: 'reason' });
  return reason;
}
