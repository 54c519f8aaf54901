import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** Something observed of a shipment. `wallMs` is the destination's local time, read as if it were UTC. */
export interface ObservationDoc {
  /** `<shipmentId>:<kind>` */
  _id: string;
  kind: 'HANDOVER' | 'DELIVERY' | 'ABANDONED';
  shipmentId: string;
  serviceCode: string;
  locationId: string;
  timeZone: string;
  wallMs: number;
  recordedAtMs: number;
  lane?: Record<string, unknown> | object;
}

export interface LearnedDoc {
  _id: string;
  savedAtMs: number;
  stateJson: string;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const top = { versionKey: false, id: false, minimize: false } as const;

const observation = new Schema(
  {
    ...{ _id: text, kind: text, shipmentId: text, serviceCode: text, locationId: text, timeZone: text },
    ...{ wallMs: whole, recordedAtMs: whole, lane: Schema.Types.Mixed },
  },
  top,
);
observation.index({ recordedAtMs: 1 });

export const learnedModels = (
  connection: Connection,
): { readonly Learned: Model<LearnedDoc>; readonly Observation: Model<ObservationDoc> } => ({
  Learned: modelOf<LearnedDoc>(
    connection,
    'Learned',
    new Schema({ _id: text, savedAtMs: whole, stateJson: text }, top),
    'learned',
  ),
  Observation: modelOf<ObservationDoc>(connection, 'Observation', observation, 'observations'),
});
