import type { Binary } from 'bson';
import { decodeOwn } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { View } from '../storage/view.ts';
import { walk } from '../storage/view.ts';
import type { Transaction } from './transaction.ts';

/** What is remembered of a client session. */
export interface Session {
  readonly key: string;
  readonly lsid: Doc;
  /** The highest transaction number seen in this process. */
  number: bigint;
  transaction: Transaction | undefined;
  lastUsed: number;
}

/** What the file remembers of a session's last numbered operation. */
export interface LastOperation {
  readonly n: bigint;
  /** The reply of a retryable write. */
  readonly r?: Doc;
  /** When, in epoch milliseconds. */
  readonly t: number;
  /** True when that operation was a transaction that committed. */
  readonly c?: boolean;
}

/** Sessions live as long as MongoDB keeps idle ones. */
export const sessionTimeoutMinutes = 30;

/** The client sessions by id. */
export class Sessions {
  readonly #all = new Map<string, Session>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The session a command names, made on first sight. */
  use(lsid: Doc): Session {
    const key = sessionKey(lsid);
    let session = this.#all.get(key);
    if (!session)
      this.#all.set(key, (session = { key, lsid, number: -1n, transaction: undefined, lastUsed: 0 }));
    session.lastUsed = this.#now();
    return session;
  }

  find(lsid: Doc): Session | undefined {
    return this.#all.get(sessionKey(lsid));
  }

  end(session: Session): void {
    this.#all.delete(session.key);
  }

  list(): Session[] {
    return [...this.#all.values()];
  }

  /** Sessions nobody used for half an hour. */
  expired(): Session[] {
    const oldest = this.#now() - sessionTimeoutMinutes * 60_000;
    return this.list().filter((session) => session.lastUsed < oldest);
  }

  get size(): number {
    return this.#all.size;
  }
}

function sessionKey(lsid: Doc): string {
  const id = lsid['id'] as Binary | undefined;
  if (typeof lsid !== 'object' || id?._bsontype !== 'Binary')
    throw new MongoError(40414, "BSON field 'lsid.id' is missing but a required field");
  return Buffer.from(id.buffer.buffer, id.buffer.byteOffset, id.position).latin1Slice();
}

/** Reads what the file remembers of a session. */
export function readLastOperation(view: View, session: Session): LastOperation | undefined {
  const bytes = view.get('sessions', Buffer.from(session.key, 'latin1'));
  return bytes && decodeOwn<LastOperation>(bytes);
}

/** Forgets the operations of sessions that are over by now, up to some thousand at a time. */
export function forgetOldOperations(view: View, now: number): void {
  const oldest = now - sessionTimeoutMinutes * 60_000;
  const everything = { from: Buffer.from([0]), to: Buffer.alloc(17, 0xff) };
  const old: Buffer[] = [];
  for (const { key, value } of walk(view, 'sessions', everything)) {
    const { t } = decodeOwn<LastOperation>(value);
    if (t < oldest) old.push(key);
    if (old.length >= 5_000) break;
  }
  for (const key of old) view.remove('sessions', key);
}

/** Remembers a numbered operation in the same breath as its effects. */
export function writeLastOperation(view: View, session: Session, last: LastOperation): void {
  view.put('sessions', Buffer.from(session.key, 'latin1'), encodeDocument(last));
}
