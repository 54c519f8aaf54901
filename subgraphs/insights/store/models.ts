import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Outcome, ShipmentOutcome } from '../domain/outcome.ts';

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const top = { versionKey: false, id: false, minimize: false } as const;

const outcomeSchema = new Schema(
  {
    ...{
      _id: text,
      owner: text,
      channel: text,
      placedAtMs: whole,
      promisedLatestAtMs: whole,
      ...{ deliveredAtMs: Number, ordered: Number, withdrawn: Number },
    },
    locationIds: { type: [String], required: true },
  },
  top,
);
outcomeSchema.index({ placedAtMs: 1 });
outcomeSchema.index({ channel: 1, placedAtMs: 1 });
const shipmentSchema = new Schema(
  {
    _id: text,
    orderId: text,
    serviceCode: text,
    locationId: text,
    promisedLatestAtMs: whole,
    deliveredAtMs: whole,
  },
  top,
);
shipmentSchema.index({ orderId: 1 });

/** Deliveries that were heard of before their order. */
export interface EarlyDelivery {
  _id: string;
  deliveredAtMs: number;
}

export interface InsightsModels {
  readonly Outcome: Model<Outcome>;
  readonly Shipment: Model<ShipmentOutcome>;
  readonly Early: Model<EarlyDelivery>;
}

export const insightsModels = (connection: Connection): InsightsModels => ({
  Outcome: modelOf<Outcome>(connection, 'Outcome', outcomeSchema, 'outcomes'),
  Shipment: modelOf<ShipmentOutcome>(connection, 'ShipmentOutcome', shipmentSchema, 'shipments'),
  Early: modelOf<EarlyDelivery>(
    connection,
    'EarlyDelivery',
    new Schema({ _id: text, deliveredAtMs: whole }, top),
    'early',
  ),
});
