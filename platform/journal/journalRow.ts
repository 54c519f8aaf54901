/** One event of one aggregate, as stored. The journal is audit trail, timeline, outbox and replay source at once. */
export interface JournalRow {
  /** Event id. */
  readonly _id: string;
  /** The aggregate: `order:<id>`. */
  readonly stream: string;
  /** 1, 2, 3, ... without gaps within the stream. */
  readonly seq: number;
  readonly type: string;
  /** Version of the payload's schema. */
  readonly v: number;
  /** Epoch ms by the clock port. */
  readonly at: number;
  /** Who caused it: an identity's subject, opaque. */
  readonly actor: string;
  /** What caused it: a request id or the id of the event reacted to. */
  readonly cause: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Consumers that have not yet applied it. */
  readonly pending: readonly string[];
}

/** An event as it travels to consumers and subscribers. */
export interface JournalEvent<D = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly at: number;
  readonly actor: string;
  readonly cause: string;
  readonly data: D;
}

/** A decided event before it is written. */
export interface NewEvent {
  readonly type: string;
  readonly data: object;
}

/** The row without what concerns delivery only. */
export function eventOf(row: JournalRow): JournalEvent {
  const { _id, stream, seq, type, v, at, actor, cause, data } = row;
  return { id: _id, stream, seq, type, v, at, actor, cause, data };
}
