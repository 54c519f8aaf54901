import type { Collection, Connection } from '../mongo/mongoTypes.ts';
import type { Clock } from '../clock/clock.ts';
import { codedError, errorCodeOf } from '../errors/codedError.ts';
import { databaseOf, ignoreExisting } from '../mongo/connect.ts';
import { keyedQueue } from '../mongo/keyedQueue.ts';
import { isDuplicateKey } from '../mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../mongo/withTransaction.ts';
import { fingerprintOf, scopeId } from './fingerprint.ts';

/** Whose key it is, for which operation, with which input. */
export interface KeyScope {
  /** The caller's subject. */
  readonly principal: string;
  /** Name of the mutation. */
  readonly operation: string;
  /** The caller's key: 1 to 255 printable ASCII characters. */
  readonly key: string;
  /** The coerced arguments, all of them but the key. */
  readonly input: unknown;
}

/** The first call's right to work on a key until its lease ends. */
export interface Claim {
  readonly id: string;
  /** Grows when a lease that ran out is taken over; an older holder can then no longer finish. */
  readonly holder: number;
}

/** What opening a key says. `resume`: an earlier call died after its first effect; go on from `progress`. */
export type Opened<P, R> =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly progress: P }
  | { readonly kind: 'resume'; readonly claim: Claim; readonly progress: P }
  | { readonly kind: 'replay'; readonly result: R };

/** Idempotency as Stripe means it: one effect per key, the same answer every time, other input refused. */
export interface Idempotency {
  prepare(): Promise<void>;
  /** The whole effect in one transaction, which also stores the answer (plain JSON). */
  once<R>(scope: KeyScope, effect: (tx: Tx) => Promise<R>): Promise<{ result: R; replay: boolean }>;
  /** Work of several steps: the claim commits together with the first effect, whose result is kept as `progress`. */
  open<P, R>(scope: KeyScope, firstEffect: (tx: Tx) => Promise<P>): Promise<Opened<P, R>>;
  /** Store the answer, alone or together with the last effect. */
  close(claim: Claim, result: unknown, tx?: Tx): Promise<void>;
}

interface KeyRow {
  readonly _id: string;
  readonly fingerprint: string;
  readonly status: 'CLAIMED' | 'DONE';
  readonly at: Date;
  readonly leaseUntilMs: number;
  readonly holder: number;
  readonly progress: unknown;
  readonly result: unknown;
}

/** Create the helper on a subgraph's database. */
export function createIdempotency(options: {
  connection: Connection;
  clock: Clock;
  /** @default 30_000 */
  leaseMs?: number;
  /** @default 7 days */
  retentionMs?: number;
}): Idempotency {
  const { connection, clock, leaseMs = 30_000, retentionMs = 7 * 86_400_000 } = options;
  const rows = (): Collection<KeyRow> => databaseOf(connection).collection<KeyRow>('idempotency');

  // Calls with one key of this process wait for each other, so that a double click gets its answer, not a 409.
  const oneByOne = keyedQueue();

  const find = async (id: string, fingerprint: string): Promise<KeyRow | undefined> => {
    const row = await rows().findOne({ _id: id });
    if (row !== null && row.fingerprint !== fingerprint) {
      throw codedError(
        'IDEMPOTENCY_KEY_REUSED',
        'This idempotency key was used with other input; use a new key.',
      );
    }
    return row ?? undefined;
  };

  /** Insert the claim row and run the effect in one transaction; undefined when another call was first. */
  const first = async <T>(
    row: KeyRow,
    effect: (tx: Tx) => Promise<T>,
    kept: (value: T) => Partial<KeyRow>,
  ) => {
    try {
      return await withTransaction(connection, async (tx) => {
        const { session } = tx;
        await rows().insertOne(row, { session });
        const value = await effect(tx);
        await rows().updateOne({ _id: row._id }, { $set: kept(value) }, { session });
        return { value };
      });
    } catch (error) {
      if (!isDuplicateKey(error) && errorCodeOf(error) !== 'CONFLICT') throw error;
      if ((await rows().findOne({ _id: row._id })) !== null) return undefined;
      throw error;
    }
  };

  // `at` is the machine's time on purpose: the database's TTL would clear rows of a simulated past at once.
  const claimRow = (id: string, fingerprint: string): KeyRow => ({
    _id: id, fingerprint, status: 'CLAIMED', at: new Date(), leaseUntilMs: clock.nowMs() + leaseMs,
    holder: 1, progress: null, result: null,
  }); // prettier-ignore

  const takeOver = async (row: KeyRow): Promise<Claim> => {
    const taken = await rows().updateOne(
      { _id: row._id, status: 'CLAIMED', holder: row.holder, leaseUntilMs: { $lte: clock.nowMs() } },
      { $set: { leaseUntilMs: clock.nowMs() + leaseMs, holder: row.holder + 1 } },
    );
    if (taken.matchedCount === 0) throw inProgress();
    return { id: row._id, holder: row.holder + 1 };
  };

  const open = async <P, R>(scope: KeyScope, firstEffect: (tx: Tx) => Promise<P>): Promise<Opened<P, R>> => {
    const { id, fingerprint } = identify(scope);
    let row = await find(id, fingerprint);
    if (row === undefined) {
      const fresh = await first(claimRow(id, fingerprint), firstEffect, (progress) => ({ progress }));
      if (fresh !== undefined) return { kind: 'claimed', claim: { id, holder: 1 }, progress: fresh.value };
      row = await find(id, fingerprint);
    }
    if (row === undefined) throw inProgress();
    if (row.status === 'DONE') return { kind: 'replay', result: row.result as R };
    return { kind: 'resume', claim: await takeOver(row), progress: row.progress as P };
  };

  const once = async <R>(id: string, fingerprint: string, effect: (tx: Tx) => Promise<R>) => {
    let row = await find(id, fingerprint);
    if (row === undefined) {
      const done = (result: R): Partial<KeyRow> => ({ status: 'DONE', result });
      const fresh = await first(claimRow(id, fingerprint), effect, done);
      if (fresh !== undefined) return { result: fresh.value, replay: false };
      row = await find(id, fingerprint);
    }
    if (row?.status !== 'DONE') throw inProgress();
    return { result: row.result as R, replay: true };
  };

  return {
    prepare: async () => {
      await ignoreExisting(databaseOf(connection).createCollection('idempotency'));
      await rows().createIndex(
        { at: 1 },
        { name: 'at_ttl', expireAfterSeconds: Math.ceil(retentionMs / 1_000) },
      );
    },
    once: <R>(scope: KeyScope, effect: (tx: Tx) => Promise<R>) => {
      const { id, fingerprint } = identify(scope);
      return oneByOne(id, () => once(id, fingerprint, effect));
    },
    open,
    close: async (claim, result, tx) => {
      const closed = await rows().updateOne(
        { _id: claim.id, holder: claim.holder, status: 'CLAIMED' },
        { $set: { status: 'DONE', result } },
        tx === undefined ? {} : { session: tx.session },
      );
      if (closed.matchedCount === 0) throw inProgress();
    },
  };
}

function identify(scope: KeyScope): { id: string; fingerprint: string } {
  if (!/^[\x20-\x7e]{1,255}$/.test(scope.key)) {
    throw codedError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'An idempotency key is 1 to 255 printable ASCII characters.',
    );
  }
  return {
    id: scopeId(scope.principal, scope.operation, scope.key),
    fingerprint: fingerprintOf(scope.input),
  };
}

function inProgress(): Error {
  return codedError(
    'IDEMPOTENCY_IN_PROGRESS',
    'The first call with this key has not ended; repeat this call shortly.',
  );
}
