import { Schema, type Connection, type Model } from 'mongoose';
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

/**
 * A payment provider for development and tests with books of its own: it declines, times out and answers late on
 * request, moves money once per key and never gives back more than it took.
 */
export function createSandboxProvider(connection: Connection, clock: Clock): PaymentProvider {
  const Row: Model<SandboxRow> = connection.model<SandboxRow>(
    'SandboxPayment',
    schema as never,
    'sandboxPayments',
  );
  const answerOf = (row: SandboxRow): ProviderAnswer => {
    if (row.answersAtMs > clock.nowMs()) return { state: 'PENDING' };
    return row.outcome === 'APPROVED'
      ? { state: 'APPROVED', reference: row.reference }
      : { state: 'DECLINED', declineCode: row.declineCode ?? 'declined' };
  };
  const once = async (row: SandboxRow): Promise<SandboxRow> => {
    const kept = await Row.findOneAndUpdate({ _id: row._id }, { $setOnInsert: row }, { upsert: true, returnDocument: 'after', lean: true }); // prettier-ignore
    return kept as SandboxRow;
  };
  const sum = async (authorisation: string, kind: SandboxRow['kind']): Promise<number> => {
    const rows = await Row.find({ authorisation, kind, outcome: 'APPROVED' }).lean();
    return rows.reduce((total, row) => total + row.amountMinor, 0);
  };
  const draw = async (
    kind: 'CAPTURE' | 'REFUND' | 'VOID',
    request: Parameters<PaymentProvider['capture']>[0],
  ): Promise<ProviderAnswer> => {
    const { key, amountMinor, currency, authorisation } = request;
    const earlier = await Row.findOne({ _id: key }).lean();
    if (earlier !== null) return answerOf(earlier as SandboxRow);
    const authorised =
      (await Row.findOne({ reference: authorisation, kind: 'AUTHORISE' }).lean())?.amountMinor ?? 0;
    const [captured, refunded, voided] = [
      await sum(authorisation, 'CAPTURE'),
      await sum(authorisation, 'REFUND'),
      await sum(authorisation, 'VOID'),
    ];
    const most = kind === 'REFUND' ? captured - refunded : authorised - captured - voided;
    const enough = amountMinor <= most;
    const row: SandboxRow = {
      ...{ _id: key, kind, amountMinor, currency, authorisation, reference: `sbx_${key}`, answersAtMs: 0 },
      outcome: enough ? 'APPROVED' : 'DECLINED',
      ...(enough ? {} : { declineCode: 'amount_exceeds_authorisation' }),
    };
    return answerOf(await once(row));
  };
  return {
    authorise: async ({ key, amountMinor, currency, token }) => {
      const behaviour = tokens[token] ?? { outcome: 'DECLINED' as const, code: 'unknown_token' };
      const row = await once({
        ...{ _id: key, kind: 'AUTHORISE', amountMinor, currency, reference: `sbx_${key}` },
        outcome: behaviour.outcome,
        ...(behaviour.code === undefined ? {} : { declineCode: behaviour.code }),
        answersAtMs: behaviour.late ? clock.nowMs() + lateAnswerMs : 0,
      });
      return behaviour.silent ? { state: 'UNKNOWN' } : answerOf(row);
    },
    capture: (request) => draw('CAPTURE', request),
    refund: (request) => draw('REFUND', request),
    void: (request) => draw('VOID', request),
    lookup: async (key) => {
      const row = await Row.findOne({ _id: key }).lean();
      return row === null ? null : answerOf(row as SandboxRow);
    },
  };
}
