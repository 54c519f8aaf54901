import { decodeOwn } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Batch, Source } from '../engine/cursors.ts';
import type { History, StoredChange } from '../history/history.ts';
import { historyKey } from '../history/history.ts';
import type { Stage } from '../stages/stage.ts';
import type { View } from '../storage/view.ts';
import type { Watched } from './events.ts';
import { concerns, eventOf, invalidates } from './events.ts';
import type { Place } from './token.ts';
import { lastIndex, writeToken } from './token.ts';

const maxBatchBytes = 16 * 1024 * 1024;
const chunk = 256;

/** Follows the history from a place on, showing what concerns the stream. */
export class ChangeSource implements Source {
  done = false;
  readonly #view: View;
  readonly #history: History;
  readonly #watched: Watched;
  readonly #stage: Stage;
  #place: Place;
  readonly #pending: { event: Doc; place: Place }[] = [];
  #wake: (() => void) | undefined;

  constructor(view: View, history: History, watched: Watched, stage: Stage, place: Place) {
    this.#view = view;
    this.#history = history;
    this.#watched = watched;
    this.#stage = stage;
    this.#place = place;
  }

  next(count: number): Batch {
    const batch: Batch = [];
    let bytes = 0;
    while (batch.length < count && !this.done) {
      if (this.#pending.length === 0 && !this.#read()) break;
      const next = this.#pending.shift();
      if (!next) continue;
      this.#place = next.place;
      if (next.place.invalidated) this.done = true;
      for (const shown of this.#stage([next.event])) {
        if (!isDoc(shown['_id']) || !sameValue(shown['_id'], next.event['_id']))
          throw lostToken(next.event['_id'], shown['_id']);
        const raw = encodeDocument(shown);
        bytes += raw.length;
        batch.push(raw);
      }
      if (bytes > maxBatchBytes / 2) break;
    }
    return batch;
  }

  token(): Doc {
    return writeToken(this.#place);
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        stop();
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(finish, ms);
      const stop = this.#history.onPublish(finish);
      this.#wake = finish;
    });
  }

  close(): void {
    this.done = true;
    this.#wake?.();
  }

  /** Reads on in the history; false when its end is reached. */
  #read(): boolean {
    const from = Buffer.concat([historyKey(this.#place.time, this.#place.index), Buffer.from([0])]);
    const { durable } = this.#history;
    const to = Buffer.concat([historyKey(durable, lastIndex), Buffer.from([0])]);
    if (Buffer.compare(from, to) >= 0) return false;
    const entries = this.#view.scan('oplog', { from, to }, false, chunk);
    for (const { key, value } of entries) {
      const time: LogicalTime = { t: key.readUInt32BE(0), i: key.readUInt32BE(4) };
      const place: Place = { time, index: key.readUInt32BE(8), invalidated: false };
      this.#collect(decodeOwn<StoredChange>(value), place);
    }
    if (this.#pending.length === 0) {
      const last = entries.at(-1)?.key;
      this.#place =
        last && entries.length === chunk
          ? {
              time: { t: last.readUInt32BE(0), i: last.readUInt32BE(4) },
              index: last.readUInt32BE(8),
              invalidated: false,
            }
          : { time: durable, index: lastIndex, invalidated: false };
    }
    return entries.length > 0;
  }

  #collect(change: StoredChange, place: Place): void {
    if (!concerns(change, this.#watched)) return;
    this.#pending.push({ event: eventOf(change, place.time, writeToken(place), this.#watched), place });
    if (!invalidates(change, this.#watched)) return;
    const end = { ...place, invalidated: true };
    const { clusterTime, wallTime } = this.#pending.at(-1)?.event as Doc;
    this.#pending.push({
      event: { _id: writeToken(end), operationType: 'invalidate', clusterTime, wallTime },
      place: end,
    });
  }
}

function lostToken(expected: unknown, found: unknown): MongoError {
  return new MongoError(
    280,
    `Encountered an event whose _id field, which contains the resume token, was modified by the pipeline. Modifying the _id field of an event makes it impossible to resume the stream from that point. Only transformations that retain the unmodified _id field are allowed. Expected: ${JSON.stringify(expected)} but found: ${JSON.stringify(found)}`,
    {},
    ['NonResumableChangeStreamError'],
  );
}
