import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** One movement in the sandbox provider's own books. */
export interface SandboxRow {
  _id: string;
  kind: 'AUTHORISE' | 'CAPTURE' | 'REFUND' | 'VOID';
  amountMinor: number;
  currency: string;
  reference: string;
  /** Of an authorisation: the means, which says how the sandbox plays it. Rows of before lack it. */
  token?: string;
  /** The authorisation it draws on, for everything but an authorisation. */
  authorisation?: string;
  outcome: 'APPROVED' | 'DECLINED';
  declineCode?: string;
  /** The customer has not passed the provider's page. */
  waits?: boolean;
  /** Epoch ms from which the provider tells the outcome. */
  answersAtMs: number;
  /** Epoch ms at which an authorisation lapses. */
  expiresAtMs?: number;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const schema = new Schema(
  {
    ...{ _id: text, kind: text, amountMinor: whole, currency: text, reference: text, authorisation: String },
    ...{ outcome: text, declineCode: String, answersAtMs: whole },
    ...{ token: String, waits: Boolean, expiresAtMs: Number },
  },
  { versionKey: false, id: false },
);
schema.index({ authorisation: 1, kind: 1 });
schema.index({ token: 1 }, { sparse: true });

export type SandboxRows = Model<SandboxRow>;

export const sandboxRows = (connection: Connection): SandboxRows =>
  modelOf(connection, 'SandboxPayment', schema, 'sandboxPayments');

/** The movement of a key as it was first asked for. */
export async function keptRow(rows: SandboxRows, row: SandboxRow): Promise<SandboxRow> {
  const kept = await rows.findOneAndUpdate(
    { _id: row._id },
    { $setOnInsert: row },
    { upsert: true, returnDocument: 'after', lean: true },
  );
  return kept as SandboxRow;
}

/** Sum of the movements of a kind that succeeded on an authorisation. */
export async function sumOn(
  rows: SandboxRows,
  authorisation: string,
  kind: SandboxRow['kind'],
): Promise<number> {
  const found = await rows.find({ authorisation, kind, outcome: 'APPROVED' }).lean<SandboxRow[]>();
  return found.reduce((total, row) => total + row.amountMinor, 0);
}
