import { toNumber } from '../document/toNumber.ts';
import type { Collection } from './collection.ts';
import { recordKey } from './recordKeys.ts';
import type { WriteScope } from './records.ts';
import { removeRecord } from './records.ts';
import { StoredRecord } from './storedRecord.ts';

/** Removes the oldest documents of a capped collection that has outgrown its size. Nobody is told. */
export function trimCapped(scope: WriteScope, collection: Collection): void {
  const { spec } = collection;
  const { size, max } = spec.options;
  const most = max === undefined ? Infinity : toNumber(max);
  const range = { from: recordKey(spec.id, 0), to: recordKey(spec.id + 1, 0) };
  while (collection.count > most || collection.size > toNumber(size)) {
    const [oldest] = scope.view.scan('records', range, false, 1);
    if (!oldest) return;
    removeRecord(
      { ...scope, log: () => undefined },
      collection,
      new StoredRecord(oldest.key.readUIntBE(4, 6), oldest.value),
    );
  }
}
