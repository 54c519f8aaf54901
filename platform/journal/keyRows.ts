import type { Collection, Connection } from '../mongo/mongoTypes.ts';
import type { Clock } from '../clock/clock.ts';
import { codedError, errorCodeOf } from '../errors/codedError.ts';
import { databaseOf, ignoreExisting } from '../mongo/connect.ts';
import { isDuplicateKey } from '../mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../mongo/withTransaction.ts';

/** The first call's right to work on a key until its lease ends. */
export interface Claim {
  readonly id: string;
  /** Grows when a lease that ran out is taken over; an older holder can then no longer finish. */
  readonly holder: number;
}

/** What is known of one key of one caller for one operation. */
export interface KeyRow {
  readonly _id: string;
  readonly fingerprint: string;
  readonly status: 'CLAIMED' | 'DONE';
  readonly at: Date;
  readonly leaseUntilMs: number;
  readonly holder: number;
  readonly progress: unknown;
  readonly result: unknown;
}

/** A key as rows know it, and the input it was used with. */
export interface Key {
  readonly id: string;
  /** Undefined: whatever it was. */
  readonly fingerprint: string | undefined;
}

/** What rows of keys stand on. */
export interface KeyRowsOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly retentionMs: number;
}

/** The `idempotency` collection of one subgraph: the only place that knows how keys lie in the database. */
export class KeyRows {
  readonly #options: KeyRowsOptions;

  constructor(options: KeyRowsOptions) {
    this.#options = options;
  }

  async prepare(): Promise<void> {
    const { connection, retentionMs } = this.#options;
    await ignoreExisting(databaseOf(connection).createCollection('idempotency'));
    const expireAfterSeconds = Math.ceil(retentionMs / 1_000);
    await this.#rows().createIndex({ at: 1 }, { name: 'at_ttl', expireAfterSeconds });
  }

  /** The row of a key; IDEMPOTENCY_KEY_REUSED when it was used with other input. */
  async find({ id, fingerprint }: Key): Promise<KeyRow | undefined> {
    const row = await this.#rows().findOne({ _id: id });
    if (row !== null && fingerprint !== undefined && row.fingerprint !== fingerprint) {
      throw codedError(
        'IDEMPOTENCY_KEY_REUSED',
        'This idempotency key was used with other input; use a new key.',
      );
    }
    return row ?? undefined;
  }

  /** Claims a key and runs the effect in one transaction; undefined when another call was first. */
  async claim<T>(
    key: Key,
    effect: (tx: Tx) => Promise<T>,
    kept: (value: T) => Partial<KeyRow>,
  ): Promise<{ value: T } | undefined> {
    const row = this.#freshRow(key);
    try {
      return await withTransaction(this.#options.connection, async (tx) => {
        const { session } = tx;
        await this.#rows().insertOne(row, { session });
        const value = await effect(tx);
        await this.#rows().updateOne({ _id: row._id }, { $set: kept(value) }, { session });
        return { value };
      });
    } catch (error) {
      if (!isDuplicateKey(error) && errorCodeOf(error) !== 'CONFLICT') throw error;
      if ((await this.#rows().findOne({ _id: row._id })) !== null) return undefined;
      throw error;
    }
  }

  /** Goes on where an earlier call died; IDEMPOTENCY_IN_PROGRESS while its lease runs. */
  async takeOver(row: KeyRow): Promise<Claim> {
    const nowMs = this.#options.clock.nowMs();
    const taken = await this.#rows().updateOne(
      { _id: row._id, status: 'CLAIMED', holder: row.holder, leaseUntilMs: { $lte: nowMs } },
      { $set: { leaseUntilMs: nowMs + this.#options.leaseMs, holder: row.holder + 1 } },
    );
    if (taken.matchedCount === 0) throw inProgress();
    return { id: row._id, holder: row.holder + 1 };
  }

  /** Ends a lease before its time, unless the claim has ended or gone to another call. */
  async giveBack({ id, holder }: Claim): Promise<void> {
    await this.#rows().updateOne({ _id: id, holder, status: 'CLAIMED' }, { $set: { leaseUntilMs: 0 } });
  }

  /** Stores the answer; IDEMPOTENCY_IN_PROGRESS when the claim has gone to another call. */
  async finish(claim: Claim, result: unknown, tx?: Tx): Promise<void> {
    const closed = await this.#rows().updateOne(
      { _id: claim.id, holder: claim.holder, status: 'CLAIMED' },
      { $set: { status: 'DONE', result } },
      tx === undefined ? {} : { session: tx.session },
    );
    if (closed.matchedCount === 0) throw inProgress();
  }

  #rows(): Collection<KeyRow> {
    return databaseOf(this.#options.connection).collection<KeyRow>('idempotency');
  }

  #freshRow({ id, fingerprint }: Key): KeyRow {
    const leaseUntilMs = this.#options.clock.nowMs() + this.#options.leaseMs;
    // The machine's time on purpose: the database's TTL would clear rows of a simulated past at once.
    const at = new Date();
    return {
      ...{ _id: id, fingerprint: fingerprint ?? '', status: 'CLAIMED', at, leaseUntilMs },
      ...{ holder: 1, progress: null, result: null },
    };
  }
}

/** The first call with a key has not ended. */
export function inProgress(): Error {
  return codedError(
    'IDEMPOTENCY_IN_PROGRESS',
    'The first call with this key has not ended; repeat this call shortly.',
  );
}
