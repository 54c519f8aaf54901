import { Schema } from 'mongoose';
import { count, int, top } from './schemaParts.ts';

/** Conditions in which units lie at a place and are not sold as new. */
export type Condition = 'REFURBISH' | 'OUTLET' | 'MADE_TO_ORDER';

/** Units of a SKU in one condition at a location. */
export interface ConditionDoc {
  /** `<sku>@<locationId>@<condition>` */
  _id: string;
  sku: string;
  locationId: string;
  condition: Condition;
  quantity: number;
  journalSeq: number;
  /** When they last changed, epoch ms. */
  changedAtMs: number;
}

/** Units that are gone for good, and why. */
export interface WriteOffDoc {
  _id: string;
  sku: string;
  locationId: string;
  quantity: number;
  why: 'SCRAPPED' | 'DONATED';
  /** Words of whoever decided it. */
  reason: string;
  atMs: number;
}

const text = { type: String, required: true };

export const conditionSchema = new Schema<ConditionDoc>(
  {
    ...{ _id: text, sku: text, locationId: text, condition: text },
    ...{ quantity: count, journalSeq: count, changedAtMs: int },
  },
  top,
);
conditionSchema.index({ condition: 1, locationId: 1, sku: 1 });

export const writeOffSchema = new Schema<WriteOffDoc>(
  { ...{ _id: text, sku: text, locationId: text, quantity: count, why: text, reason: text, atMs: int } },
  top,
);
writeOffSchema.index({ atMs: -1, _id: -1 });
