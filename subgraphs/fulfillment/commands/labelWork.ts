import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import type { ShippingClient } from '../clients/shippingClient.ts';
import { hasEnded } from '../domain/cancel.ts';
import { decideLabel, samePacking } from '../domain/decide.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { requireAction } from '../domain/tables.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { ActionCall, ActOnWork } from './actOnWork.ts';

/** Buys the label for the parcels as they are. */
export type LabelWork = (call: ActionCall) => Promise<FulfillmentOrder>;

export function createLabelWork(deps: {
  models: FulfillmentModels;
  journal: Journal;
  on: ActOnWork;
  shipping: ShippingClient;
}): LabelWork {
  const { models, journal, on, shipping } = deps;

  /** Void a label nobody will use, because the work changed while it was bought; a retry needs one that fits. */
  const giveUpUnused = async (
    before: FulfillmentOrder,
    shipmentId: string,
    requestId: string,
  ): Promise<void> => {
    const now = await models.FulfillmentOrder.findOne({ _id: before._id }).lean<FulfillmentOrder>();
    if (now === null || now.shipmentId === shipmentId) return;
    const fits = now.step === 'PACKED' && !hasEnded(now) && samePacking(now.parcels, before.parcels);
    if (!fits) await shipping.voidShipment(shipmentId, requestId);
  };

  return async (call) => {
    const found = await on.load(call);
    if (found.step !== 'PACKED')
      // Refused by the table, or answered by the key of the first call.
      return on.act(call, 'labelFulfillmentOrder', {}, (now) => {
        requireAction(now, 'LABEL');
        throw codedError('CONFLICT', 'It was packed at this very moment; try again.');
      });
    requireAction(found, 'LABEL');
    journal.crashpoint('label.beforeShipment');
    // A shipment that exists is found again by its key, so a crash between the two steps buys no second label.
    const shipmentId = await shipping.createShipment(found, call.requestId);
    journal.crashpoint('label.afterShipment');
    try {
      return await on.act(call, 'labelFulfillmentOrder', {}, (now) =>
        decideLabel(now, found.parcels, shipmentId),
      );
    } catch (error) {
      await giveUpUnused(found, shipmentId, call.requestId);
      throw error;
    }
  };
}
