import type { Engine } from '../engine/engine.ts';
import { runQuery } from '../query/find.ts';
import { LockWait } from '../storage/conflicts.ts';
import { removeRecord } from '../storage/records.ts';

const mostAtOnce = 10_000;

/** Removes the documents whose time has come, as TTL indexes say. */
export function removeExpired(engine: Engine): void {
  const scope = engine.liveScope(undefined);
  for (const db of engine.catalog.databaseNames())
    for (const collection of engine.catalog.list(db))
      for (const { spec } of collection.indexes) {
        if (spec.expireAfterSeconds === undefined) continue;
        const [field = ''] = Object.keys(spec.key);
        const before = new Date(engine.now() - spec.expireAfterSeconds * 1_000);
        const due = { [field]: { $lt: before } };
        const filter = spec.partialFilterExpression ? { $and: [due, spec.partialFilterExpression] } : due;
        const query = { filter, limit: mostAtOnce };
        for (const { record } of [...runQuery(engine.live, collection, query)])
          try {
            removeRecord(scope, collection, record);
          } catch (error) {
            // A running transaction holds it; the next round will find it again.
            if (!(error instanceof LockWait)) throw error;
          }
      }
}
