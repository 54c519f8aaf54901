import { encodeDocument } from '../bson/encode.ts';
import type { Doc } from '../document/types.ts';
import type { Batch, Source } from '../engine/cursors.ts';

const maxBatchBytes = 16 * 1024 * 1024;

/** Feeds a cursor from any sequence of documents. */
export class IterableSource implements Source {
  done = false;
  readonly #documents: Iterator<Doc>;
  #ahead: Buffer | undefined;

  constructor(documents: Iterable<Doc>) {
    this.#documents = documents[Symbol.iterator]();
  }

  next(count: number): Batch {
    const batch: Batch = [];
    let bytes = 0;
    while (batch.length < count) {
      const raw = this.#take();
      if (!raw) break;
      bytes += raw.length + 16;
      if (bytes > maxBatchBytes && batch.length) {
        this.#ahead = raw;
        break;
      }
      batch.push(raw);
    }
    return batch;
  }

  #take(): Buffer | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead) return ahead;
    const next = this.#documents.next();
    if (!next.done) return encodeDocument(next.value);
    this.done = true;
    return undefined;
  }
}
