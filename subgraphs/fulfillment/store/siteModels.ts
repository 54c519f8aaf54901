import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type {
  BinLogDoc,
  BinDoc,
  ManifestDoc,
  PickBatchDoc,
  SupplyCostDoc,
  SupplyLogDoc,
  ThrottleDoc,
} from './siteDocs.ts';

const text = { type: String, required: true };
const int = { type: Number, required: true };
const count = { type: Number, required: true, min: 0 };
const top = { versionKey: false, id: false, minimize: false } as const;
const ids = { type: [String], required: true };
/** Written by us alone, after its event schema, and never queried inside. */
const whole = { type: Schema.Types.Mixed, required: true };

const pickBatchSchema = new Schema(
  {
    ...{ _id: text, locationId: text, kind: text, state: text, createdAtMs: int, version: count },
    fulfillmentOrderIds: ids,
    scanned: whole,
  },
  top,
);
pickBatchSchema.index({ locationId: 1, state: 1, createdAtMs: 1 });

const manifestSchema = new Schema(
  {
    ...{ _id: text, locationId: text, serviceCodes: ids, entries: whole, leftOut: ids },
    ...{ more: { type: Boolean, required: true }, closedAtMs: int, version: count },
  },
  top,
);
manifestSchema.index({ locationId: 1, closedAtMs: -1 });

const binSchema = new Schema({ _id: text, locationId: text, sku: text, zone: text, bin: String }, top);
binSchema.index({ locationId: 1, sku: 1 });

const costSchema = new Schema(
  { _id: text, locationId: text, sku: text, amountMinor: count, currency: text },
  top,
);

const throttleSchema = new Schema(
  {
    ...{ _id: text, pausedUntilMs: Number, limits: Schema.Types.Mixed, today: Schema.Types.Mixed },
    ...{ reason: text, changedBy: text, changedAtMs: int, told: whole, version: count },
  },
  top,
);

/** How work is done at a location: picked together, picked up, held back. */
export interface SiteModels {
  readonly PickBatch: Model<PickBatchDoc>;
  readonly Manifest: Model<ManifestDoc>;
  readonly Bin: Model<BinDoc>;
  readonly BinLog: Model<BinLogDoc & { version: number }>;
  readonly Throttle: Model<ThrottleDoc>;
  readonly SupplyCost: Model<SupplyCostDoc>;
  readonly SupplyLog: Model<SupplyLogDoc & { version: number }>;
}

export const siteModels = (connection: Connection): SiteModels => ({
  PickBatch: modelOf(connection, 'PickBatch', pickBatchSchema, 'pickBatches'),
  Manifest: modelOf(connection, 'Manifest', manifestSchema, 'manifests'),
  Bin: modelOf(connection, 'Bin', binSchema, 'bins'),
  BinLog: modelOf(connection, 'BinLog', new Schema({ _id: text, version: count }, top), 'binLogs'),
  Throttle: modelOf(connection, 'Throttle', throttleSchema, 'throttles'),
  SupplyCost: modelOf(connection, 'SupplyCost', costSchema, 'supplyCosts'),
  SupplyLog: modelOf(connection, 'SupplyLog', new Schema({ _id: text, version: count }, top), 'supplyLogs'),
});
