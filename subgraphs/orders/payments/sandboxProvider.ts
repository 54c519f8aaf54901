import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { keyedQueue } from '../../../platform/mongo/keyedQueue.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { PaymentProvider, ProviderAnswer } from '../ports.ts';
import { keptRow, sandboxRows, sumOn, type SandboxRow, type SandboxRows } from './sandboxModel.ts';
import { behaviourOf, giftCardMinor, type Behaviour } from './sandboxTokens.ts';

/** After how long a late token is answered. */
export const lateAnswerMs = 20_000;

/** Where a customer would pass 3-D Secure; nobody answers there. */
const pageOf = (key: string): string => `https://3ds.sandbox.invalid/${encodeURIComponent(key)}`;

const answerOf = (row: SandboxRow, nowMs: number): ProviderAnswer => {
  if (row.waits === true) return { state: 'ACTION_REQUIRED', url: pageOf(row._id) };
  if (row.answersAtMs > nowMs) return { state: 'PENDING' };
  return row.outcome === 'APPROVED'
    ? { state: 'APPROVED', reference: row.reference, expiresAtMs: row.expiresAtMs }
    : { state: 'DECLINED', declineCode: row.declineCode ?? 'declined' };
};

type Draw = Parameters<PaymentProvider['capture']>[0];

/** What of an authorisation is neither taken nor freed. */
async function leftOn(rows: SandboxRows, { reference, amountMinor }: SandboxRow): Promise<number> {
  return amountMinor - (await sumOn(rows, reference, 'CAPTURE')) - (await sumOn(rows, reference, 'VOID'));
}

/** Why the sandbox refuses a movement: it plays the token, and never moves more than there is. */
async function refusalOf(
  rows: SandboxRows,
  kind: 'CAPTURE' | 'REFUND' | 'VOID',
  { amountMinor, authorisation }: Draw,
  nowMs: number,
): Promise<string | undefined> {
  const authorised = await rows.findOne({ reference: authorisation, kind: 'AUTHORISE' }).lean<SandboxRow>();
  if (authorised === null) return 'unknown_authorisation';
  const most =
    kind === 'REFUND'
      ? (await sumOn(rows, authorisation, 'CAPTURE')) - (await sumOn(rows, authorisation, 'REFUND'))
      : await leftOn(rows, authorised);
  if (amountMinor > most) return 'amount_exceeds_authorisation';
  if (kind !== 'CAPTURE') return undefined;
  if ((authorised.expiresAtMs ?? Infinity) <= nowMs) return 'authorisation_expired';
  const { refusedCaptures = 0 } = behaviourOf(authorised.token ?? 'tok_ok');
  const refused = await rows.countDocuments({ authorisation, kind, outcome: 'DECLINED' });
  return refused < refusedCaptures ? 'capture_refused' : undefined;
}

/** Money moved on an authorisation: never more than it holds, nor back more than was taken. */
async function draw(
  rows: SandboxRows,
  kind: 'CAPTURE' | 'REFUND' | 'VOID',
  request: Draw,
  nowMs: number,
): Promise<SandboxRow> {
  const { key, amountMinor, currency, authorisation } = request;
  const earlier = await rows.findOne({ _id: key }).lean<SandboxRow>();
  if (earlier !== null) return earlier;
  const declineCode = await refusalOf(rows, kind, request, nowMs);
  return keptRow(rows, {
    ...{ _id: key, kind, amountMinor, currency, authorisation, reference: `sbx_${key}`, answersAtMs: 0 },
    outcome: declineCode === undefined ? 'APPROVED' : 'DECLINED',
    ...(declineCode === undefined ? {} : { declineCode }),
  });
}

/** What a gift card holds: at first as much as its token says, less what is set aside or was taken, with what came back. */
async function balanceOf(rows: SandboxRows, token: string): Promise<number | null> {
  const first = giftCardMinor(token);
  if (first === undefined) return null;
  let left = first;
  for (const row of await rows.find({ token, kind: 'AUTHORISE', outcome: 'APPROVED' }).lean<SandboxRow[]>())
    left +=
      (await sumOn(rows, row.reference, 'VOID')) +
      (await sumOn(rows, row.reference, 'REFUND')) -
      row.amountMinor;
  return left;
}

interface Authorisation {
  readonly key: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly token: string;
}

/** Money set aside, as the token plays it. */
async function authorise(rows: SandboxRows, asked: Authorisation, nowMs: number): Promise<SandboxRow> {
  const { key, amountMinor, currency, token } = asked;
  const played: Behaviour = behaviourOf(token);
  const earlier = await rows.findOne({ _id: key }).lean<SandboxRow>();
  if (earlier !== null) return earlier;
  const balance = await balanceOf(rows, token);
  const poor = balance !== null && balance < amountMinor;
  const code = poor ? 'insufficient_funds' : played.code;
  return keptRow(rows, {
    ...{ _id: key, kind: 'AUTHORISE', amountMinor, currency, token, reference: `sbx_${key}` },
    outcome: poor ? 'DECLINED' : played.outcome,
    ...(code === undefined ? {} : { declineCode: code }),
    ...(played.action === true ? { waits: true } : {}),
    answersAtMs: played.late === true ? nowMs + lateAnswerMs : 0,
    ...(played.lastsMs === undefined ? {} : { expiresAtMs: nowMs + played.lastsMs }),
  });
}

/** The last word on an authorisation: passed by the customer, or given up. */
async function end(rows: SandboxRows, key: string, change: Partial<SandboxRow>): Promise<SandboxRow | null> {
  await rows.updateOne({ _id: key, kind: 'AUTHORISE', waits: true }, { $set: { ...change, waits: false } });
  return rows.findOne({ _id: key }).lean<SandboxRow>();
}

/** Gives up what is not answered: from then on it is declined. */
async function abandon(rows: SandboxRows, key: string, nowMs: number): Promise<SandboxRow | null> {
  const change = { outcome: 'DECLINED', declineCode: 'abandoned', answersAtMs: 0 } as const;
  const late = builtFilter<SandboxRow>({ _id: key, kind: 'AUTHORISE', answersAtMs: { $gt: nowMs } });
  await rows.updateOne(late, { $set: change });
  return end(rows, key, change);
}

/** The same means once more: a row of its own, refused when the token cannot be renewed. */
async function renew(rows: SandboxRows, request: Draw, nowMs: number): Promise<SandboxRow> {
  const { key, amountMinor, currency, authorisation } = request;
  const before = await rows.findOne({ reference: authorisation, kind: 'AUTHORISE' }).lean<SandboxRow>();
  const token = before?.token ?? 'tok_ok';
  const { lastsMs, renewable } = behaviourOf(token);
  if (before !== null && (lastsMs === undefined || renewable === true))
    return authorise(rows, { key, amountMinor, currency, token }, nowMs);
  return keptRow(rows, {
    ...{ _id: key, kind: 'AUTHORISE', amountMinor, currency, token, reference: `sbx_${key}`, answersAtMs: 0 },
    ...{ outcome: 'DECLINED', declineCode: 'not_renewable' },
  });
}

/**
 * A payment provider for development and tests with books of its own: it declines, times out, answers late, asks for
 * 3-D Secure, refuses captures and lets authorisations lapse on request, moves money once per key and never gives back
 * more than it took.
 */
export function createSandboxProvider(connection: Connection, clock: Clock): PaymentProvider {
  const rows = sandboxRows(connection);
  const told = (row: SandboxRow): ProviderAnswer => answerOf(row, clock.nowMs());
  const drawing =
    (kind: 'CAPTURE' | 'REFUND' | 'VOID'): PaymentProvider['capture'] =>
    async (request) =>
      told(await draw(rows, kind, request, clock.nowMs()));
  // Two orders at once do not both take the rest of one gift card.
  const oneByOne = keyedQueue();
  const unknown: ProviderAnswer = { state: 'DECLINED', declineCode: 'unknown_key' };
  return {
    authorise: async (request) => {
      const { token } = request;
      const turn = giftCardMinor(token) === undefined ? request.key : token;
      const row = await oneByOne(turn, () => authorise(rows, request, clock.nowMs()));
      return behaviourOf(request.token).silent === true ? { state: 'UNKNOWN' } : told(row);
    },
    balance: ({ token }) => balanceOf(rows, token),
    complete: async (key, result) => {
      const gaveUp = result === 'cancelled' ? { outcome: 'DECLINED' as const, declineCode: 'cancelled' } : {};
      const row = await end(rows, key, gaveUp);
      return row === null ? unknown : told(row);
    },
    abandon: async (key) => {
      const row = await abandon(rows, key, clock.nowMs());
      return row === null ? unknown : told(row);
    },
    renew: async (request) => told(await renew(rows, request, clock.nowMs())),
    capture: drawing('CAPTURE'),
    refund: drawing('REFUND'),
    void: drawing('VOID'),
    // What it holds is in its token, as of any gift card here.
    issueGiftCard: ({ key, amountMinor }) => {
      const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
      return Promise.resolve({ state: 'APPROVED', reference: `tok_gift_${amountMinor}_${name}` });
    },
    lookup: async (key) => {
      const row = await rows.findOne({ _id: key }).lean<SandboxRow>();
      return row === null ? null : told(row);
    },
  };
}
