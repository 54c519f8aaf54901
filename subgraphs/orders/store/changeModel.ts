import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { SlotUnits } from '../domain/heldUnits.ts';
import type { AddedLine } from '../domain/addedLines.ts';
import type { ChangeWish } from '../domain/change.ts';
import type { ChangeResult, Failed } from '../domain/changeResult.ts';
import type { Decision } from '../domain/place.ts';
import type { AddressDoc, DestinationDoc } from './models.ts';

/** What of an address is another one. */
export type AddressPart = 'RECIPIENT' | 'STREET' | 'PLACE' | 'INSTRUCTIONS';

/** The journal of one change of an order: each step is written before the next begins. */
export interface ChangeDoc {
  readonly _id: string;
  readonly orderId: string;
  readonly principal: string;
  readonly wish: ChangeWish;
  readonly by: 'CUSTOMER' | 'RETAILER';
  readonly reason?: string;
  readonly lines: readonly AddedLine[];
  /** The address after it; personal data, taken away when the change has ended. */
  readonly address?: AddressDoc;
  readonly what: readonly AddressPart[];
  /** Where it goes after it. */
  readonly destination: DestinationDoc;
  readonly handle?: string;
  readonly windowStartAtMs?: number;
  readonly token?: string;
  /** What has to be set aside for it, in minor units; 0 for what is paid outside. */
  readonly extraMinor: number;
  readonly decision?: Decision;
  /** Units that change places within the order's reservation, written down before they do. */
  readonly moves?: { readonly release: readonly SlotUnits[]; readonly take: readonly SlotUnits[] };
  /** The units it needs are held within the order's reservation. */
  readonly held?: boolean;
  /** It comes to nothing, for this reason: written down before what it holds is given back. */
  readonly failed?: Failed;
  readonly done: boolean;
  /** What it came to, once it has ended. */
  readonly result?: ChangeResult;
  /** Epoch ms until when somebody works on it; others may go on from then. */
  readonly leaseUntilMs: number;
}

const text = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const schema = new Schema(
  {
    ...{ _id: text, orderId: text, principal: text, by: text, reason: String },
    ...{ handle: String, token: String, windowStartAtMs: Number },
    // Our own checked values, kept whole; nothing is ever queried inside them.
    ...{ wish: mixed, lines: mixed, what: mixed, destination: mixed },
    ...{ decision: { type: Schema.Types.Mixed }, address: { type: Schema.Types.Mixed } },
    ...{ moves: { type: Schema.Types.Mixed }, failed: { type: Schema.Types.Mixed } },
    result: { type: Schema.Types.Mixed },
    extraMinor: { type: Number, required: true },
    held: { type: Boolean },
    done: { type: Boolean, required: true },
    leaseUntilMs: { type: Number, required: true },
  },
  { versionKey: false, id: false, minimize: false },
);
schema.index({ done: 1, leaseUntilMs: 1 });
schema.index({ orderId: 1 });

export const changeModel = (connection: Connection): Model<ChangeDoc> =>
  modelOf(connection, 'OrderChange', schema, 'orderChanges');
