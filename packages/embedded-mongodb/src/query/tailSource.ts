import type { Batch, Source } from '../engine/cursors.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { History } from '../history/history.ts';
import type { Projection } from '../projection/project.ts';
import type { Collection } from '../storage/collection.ts';
import { recordKey } from '../storage/recordKeys.ts';
import { StoredRecord } from '../storage/storedRecord.ts';
import type { View } from '../storage/view.ts';

const chunk = 256;

/** Follows the end of a capped collection. */
export class TailSource implements Source {
  done = false;
  readonly #view: View;
  readonly #collection: Collection;
  readonly #matches: Predicate;
  readonly #projection: Projection | undefined;
  readonly #history: History;
  #last = 0;

  constructor(
    view: View,
    collection: Collection,
    matches: Predicate,
    projection: Projection | undefined,
    history: History,
  ) {
    this.#view = view;
    this.#collection = collection;
    this.#matches = matches;
    this.#projection = projection;
    this.#history = history;
    this.done = collection.count === 0;
  }

  next(count: number): Batch {
    const batch: Batch = [];
    const { id } = this.#collection.spec;
    for (;;) {
      const range = { from: recordKey(id, this.#last + 1), to: recordKey(id + 1, 0) };
      const entries = this.#view.scan('records', range, false, chunk);
      for (const { key, value } of entries) {
        if (batch.length >= count) return batch;
        const record = new StoredRecord(key.readUIntBE(4, 6), value);
        this.#last = record.id;
        if (this.#matches(record.doc))
          batch.push(this.#projection ? this.#projection(record.doc) : record.raw);
      }
      if (entries.length < chunk) return batch;
    }
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(finish, ms);
      const stop = this.#history.onPublish(finish);
    });
  }
}
