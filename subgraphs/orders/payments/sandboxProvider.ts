import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { PaymentProvider, ProviderAnswer } from '../ports.ts';

/** One movement in the sandbox provider's own books. */
interface SandboxRow {
  _id: string;
  kind: 'AUTHORISE' | 'CAPTURE' | 'REFUND' | 'VOID';
  amountMinor: number;
  currency: string;
  reference: string;
  /** The authorisation it draws on, for everything but an authorisation. */
  authorisation?: string;
  outcome: 'APPROVED' | 'DECLINED';
  declineCode?: string;
  /** Epoch ms from which the provider tells the outcome. */
  answersAtMs: number;
}

/** After how long a late token is answered. */
export const lateAnswerMs = 20_000;

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const schema = new Schema(
  {
    ...{ _id: text, kind: text, amountMinor: whole, currency: text, reference: text, authorisation: String },
    ...{ outcome: text, declineCode: String, answersAtMs: whole },
  },
  { versionKey: false, id: false },
);
schema.index({ authorisation: 1, kind: 1 });

/** How the sandbox treats a token: what it decides, when it tells, and whether the first call is answered at all. */
const tokens: Readonly<
  Record<string, { outcome: SandboxRow['outcome']; code?: string; late?: boolean; silent?: boolean }>
> = {
  tok_ok: { outcome: 'APPROVED' },
  tok_declined: { outcome: 'DECLINED', code: 'card_declined' },
  tok_timeout: { outcome: 'APPROVED', silent: true },
  tok_late_ok: { outcome: 'APPROVED', late: true },
  tok_late_declined: { outcome: 'DECLINED', code: 'insufficient_funds', late: true },
};

type Rows = Model<SandboxRow>;

const answerOf = (row: SandboxRow, nowMs: number): ProviderAnswer => {
  if (row.answersAtMs > nowMs) return { state: 'PENDING' };
  return row.outcome === 'APPROVED'
    ? { state: 'APPROVED', reference: row.reference }
    : { state: 'DECLINED', declineCode: row.declineCode ?? 'declined' };
};

/** The movement of a key as it was first asked for. */
async function once(rows: Rows, row: SandboxRow): Promise<SandboxRow> {
  const kept = await rows.findOneAndUpdate(
    { _id: row._id },
    { $setOnInsert: row },
    { upsert: true, returnDocument: 'after', lean: true },
  );
  return kept as SandboxRow;
}

async function sum(rows: Rows, authorisation: string, kind: SandboxRow['kind']): Promise<number> {
  const found = await rows.find({ authorisation, kind, outcome: 'APPROVED' }).lean<SandboxRow[]>();
  return found.reduce((total, row) => total + row.amountMinor, 0);
}

/** Money moved on an authorisation: never more than it holds, nor back more than was taken. */
async function draw(
  rows: Rows,
  kind: 'CAPTURE' | 'REFUND' | 'VOID',
  request: Parameters<PaymentProvider['capture']>[0],
): Promise<SandboxRow> {
  const { key, amountMinor, currency, authorisation } = request;
  const earlier = await rows.findOne({ _id: key }).lean<SandboxRow>();
  if (earlier !== null) return earlier;
  const authorised = await rows.findOne({ reference: authorisation, kind: 'AUTHORISE' }).lean<SandboxRow>();
  const captured = await sum(rows, authorisation, 'CAPTURE');
  const used = await sum(rows, authorisation, kind === 'REFUND' ? 'REFUND' : 'VOID');
  const most = kind === 'REFUND' ? captured - used : (authorised?.amountMinor ?? 0) - captured - used;
  const enough = amountMinor <= most;
  return once(rows, {
    ...{ _id: key, kind, amountMinor, currency, authorisation, reference: `sbx_${key}`, answersAtMs: 0 },
    outcome: enough ? 'APPROVED' : 'DECLINED',
    ...(enough ? {} : { declineCode: 'amount_exceeds_authorisation' }),
  });
}

/**
 * A payment provider for development and tests with books of its own: it declines, times out and answers late on
 * request, moves money once per key and never gives back more than it took.
 */
export function createSandboxProvider(connection: Connection, clock: Clock): PaymentProvider {
  const rows: Rows = modelOf(connection, 'SandboxPayment', schema, 'sandboxPayments');
  const drawing =
    (kind: 'CAPTURE' | 'REFUND' | 'VOID'): PaymentProvider['capture'] =>
    async (request) =>
      answerOf(await draw(rows, kind, request), clock.nowMs());
  return {
    authorise: async ({ key, amountMinor, currency, token }) => {
      const behaviour = tokens[token] ?? { outcome: 'DECLINED' as const, code: 'unknown_token' };
      const row = await once(rows, {
        ...{ _id: key, kind: 'AUTHORISE', amountMinor, currency, reference: `sbx_${key}` },
        outcome: behaviour.outcome,
        ...(behaviour.code === undefined ? {} : { declineCode: behaviour.code }),
        answersAtMs: behaviour.late ? clock.nowMs() + lateAnswerMs : 0,
      });
      return behaviour.silent ? { state: 'UNKNOWN' } : answerOf(row, clock.nowMs());
    },
    capture: drawing('CAPTURE'),
    refund: drawing('REFUND'),
    void: drawing('VOID'),
    lookup: async (key) => {
      const row = await rows.findOne({ _id: key }).lean<SandboxRow>();
      return row === null ? null : answerOf(row, clock.nowMs());
    },
  };
}
