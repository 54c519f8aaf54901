import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Carriers } from '../carriers/carriers.ts';
import { decideVoid, existing, isVoidable } from '../domain/decide.ts';
import { isOwn, type Shipment } from '../domain/shipment.ts';
import type { Cause } from '../ports.ts';
import type { ShippingModels } from '../store/models.ts';
import type { ShipmentAggregate } from './shipmentAggregate.ts';

/** Gives shipments up that have not been handed over. */
export interface Voiding {
  /** On somebody's word, with an idempotency key. */
  byKey(
    shipment: Shipment,
    asked: { key: string; reason?: string | undefined },
    by: Cause,
  ): Promise<Shipment>;
  /** A label that must not be used any more; one that has left is left alone. */
  unused(shipmentId: string, by: Cause): Promise<void>;
  /** Nothing of this fulfillment order will be shipped: void what there is and make nothing new. */
  ofCancelledWork(fulfillmentOrderId: string, by: Cause): Promise<void>;
  /** Nothing will be sent back under this return: void its label and make no other. */
  ofEndedReturn(returnId: string, by: Cause): Promise<void>;
}

export function createVoiding(deps: {
  models: ShippingModels;
  journal: Journal;
  idempotency: Idempotency;
  shipments: ShipmentAggregate;
  carriers: Carriers;
}): Voiding {
  const { models, journal, idempotency, shipments, carriers } = deps;

  /** The carrier first: its void may be repeated, and a label we call void must not travel. */
  const tellCarrier = async (shipment: Shipment): Promise<void> => {
    if (shipment.carrierRef !== undefined && !isOwn(shipment) && isVoidable(shipment))
      await carriers.of(shipment.carrier).voidShipment(shipment.carrierRef);
  };
  const giveUp = async (shipment: Shipment, by: Cause): Promise<void> => {
    await tellCarrier(shipment);
    await runDecision(journal, shipments, {
      ...{ id: shipment._id, ...by },
      decide: (now) => (isVoidable(existing(now)) ? decideVoid(existing(now)) : []),
    });
  };
  const remember = async (id: string): Promise<void> => {
    await models.CancelledWork.updateOne(
      { _id: id },
      { $set: { at: journal.clock.nowMs() } },
      { upsert: true },
    );
  };
  return {
    unused: async (shipmentId, by) => {
      const found = await models.Shipment.findOne({ _id: shipmentId }).lean<Shipment>();
      if (found !== null) await giveUp(found, by);
    },
    byKey: async (shipment, { key, reason }, by) => {
      await tellCarrier(shipment);
      const { _id: id } = shipment;
      const scope = { principal: by.actor, operation: 'voidShipment', key, input: { id } };
      const { result } = await idempotency.once(scope, async (tx) => {
        const { state } = await runDecision(journal, shipments, {
          ...{ id, tx, ...by },
          decide: (found) => decideVoid(existing(found), reason),
        });
        return existing(state);
      });
      return result;
    },
    ofEndedReturn: async (returnId, by) => {
      await remember(returnId);
      const found = await models.Shipment.find({ returnId }).lean<Shipment[]>();
      for (const shipment of found) await giveUp(shipment, by);
    },
    ofCancelledWork: async (fulfillmentOrderId, by) => {
      await remember(fulfillmentOrderId);
      const found = await models.Shipment.find({ fulfillmentOrderId }).lean<Shipment[]>();
      for (const shipment of found) await giveUp(shipment, by);
    },
  };
}
