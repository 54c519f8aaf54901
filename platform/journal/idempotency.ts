import type { Connection } from '../mongo/mongoTypes.ts';
import type { Clock } from '../clock/clock.ts';
import { codedError } from '../errors/codedError.ts';
import { keyedQueue } from '../mongo/keyedQueue.ts';
import type { Tx } from '../mongo/withTransaction.ts';
import { fingerprintOf, scopeId } from './fingerprint.ts';
import { inProgress, KeyRows, type Claim, type Key } from './keyRows.ts';

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

type Opened<P, R> =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly progress: P }
  | { readonly kind: 'replay'; readonly result: R };

/** Work of several steps under one key. */
export interface Steps<P, R> {
  /** The claim commits together with the first effect, whose result is kept as `progress`. */
  readonly first: (tx: Tx) => Promise<P>;
  /**
   * Everything after it, from `progress` on: an earlier call may have done some of it, so each step can be repeated.
   * Stores the answer with `close` and gives it.
   */
  readonly rest: (claim: Claim, progress: P) => Promise<R>;
}

/** Idempotency as Stripe means it: one effect per key, the same answer every time, other input refused. */
export interface Idempotency {
  prepare(): Promise<void>;
  /** The whole effect in one transaction, which also stores the answer (plain JSON). */
  once<R>(scope: KeyScope, effect: (tx: Tx) => Promise<R>): Promise<{ result: R; replay: boolean }>;
  /**
   * Work of several steps. A key is claimed only while somebody works on it: work that throws gives the claim back at
   * once, and the next call goes on from there. When a process dies, its claims end with their lease.
   */
  inSteps<P, R>(scope: KeyScope, steps: Steps<P, R>): Promise<{ result: R; replay: boolean }>;
  /**
   * Goes on with work of several steps that an earlier call began, whatever its input looks like by now: an upgrade may
   * have changed how input is written down. IDEMPOTENCY_IN_PROGRESS while somebody works on it, or if nobody began it.
   */
  resume<P, R>(
    scope: Omit<KeyScope, 'input'>,
    rest: Steps<P, R>['rest'],
  ): Promise<{ result: R; replay: boolean }>;
  /** Store the answer, alone or together with the last effect. */
  close(claim: Claim, result: unknown, tx?: Tx): Promise<void>;
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
  const rows = new KeyRows({ leaseMs: 30_000, retentionMs: 7 * 86_400_000, ...options });
  // Calls with one key of this process wait for each other, so that a double click gets its answer, not a 409.
  const oneByOne = keyedQueue();
  return {
    prepare: () => rows.prepare(),
    once: (scope, effect) => {
      const key = identify(scope);
      return oneByOne(key.id, () => once(rows, key, effect));
    },
    inSteps: (scope, steps) => inSteps(rows, identify(scope), steps),
    resume: (scope, rest) =>
      inSteps(
        rows,
        { ...identify({ ...scope, input: undefined }), fingerprint: undefined },
        { first: begun, rest },
      ),
    close: (claim, result, tx) => rows.finish(claim, result, tx),
  };
}

/** Nobody began this: there is nothing to go on with. */
const begun = (): Promise<never> => Promise.reject(inProgress());

async function once<R>(
  rows: KeyRows,
  key: Key,
  effect: (tx: Tx) => Promise<R>,
): Promise<{ result: R; replay: boolean }> {
  // Claimed unseen: a key is new nearly always, and one that is not is refused by the row's id before anything else.
  const fresh = await rows.claim(key, effect, (result) => ({ status: 'DONE', result }));
  if (fresh !== undefined) return { result: fresh.value, replay: false };
  const row = await rows.find(key);
  if (row?.status !== 'DONE') throw inProgress();
  return { result: row.result as R, replay: true };
}

async function inSteps<P, R>(
  rows: KeyRows,
  key: Key,
  { first, rest }: Steps<P, R>,
): Promise<{ result: R; replay: boolean }> {
  const opened = await open<P, R>(rows, key, first);
  if (opened.kind === 'replay') return { result: opened.result, replay: true };
  try {
    return { result: await rest(opened.claim, opened.progress), replay: false };
  } catch (error) {
    // Should this fail as well, the lease ends by itself.
    await rows.giveBack(opened.claim).catch(() => undefined);
    throw error;
  }
}

async function open<P, R>(
  rows: KeyRows,
  key: Key,
  firstEffect: (tx: Tx) => Promise<P>,
): Promise<Opened<P, R>> {
  const fresh = await rows.claim(key, firstEffect, (progress) => ({ progress }));
  if (fresh !== undefined)
    return { kind: 'claimed', claim: { id: key.id, holder: 1 }, progress: fresh.value };
  const row = await rows.find(key);
  if (row === undefined) throw inProgress();
  if (row.status === 'DONE') return { kind: 'replay', result: row.result as R };
  return { kind: 'claimed', claim: await rows.takeOver(row), progress: row.progress as P };
}

function identify(scope: KeyScope): Key {
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
