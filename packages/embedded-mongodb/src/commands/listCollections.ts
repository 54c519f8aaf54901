import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { compileFilter } from '../filter/match.ts';
import { IterableSource } from '../pipeline/iterableSource.ts';
import { countOf, docOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';

function describe(context: CommandContext): Doc[] {
  const { engine, db, body } = context;
  return engine.catalog.list(db).map(({ spec }) => {
    const view = 'viewOn' in spec.options;
    const short: Doc = { name: spec.name, type: view ? 'view' : 'collection' };
    if (body['nameOnly'] === true) return short;
    const info: Doc = view ? { readOnly: true } : { readOnly: false, uuid: spec.uuid };
    const full: Doc = { ...short, options: spec.options, info };
    if (!view) full['idIndex'] = { v: 2, key: { _id: 1 }, name: '_id_' };
    return full;
  });
}

/** Lists the collections of a database. */
export const listCollections: Command = {
  name: 'listCollections',
  kind: 'read',
  run(context) {
    const { body, db } = context;
    const matches = compileFilter(docOf(body, 'filter') ?? {});
    const cursor = docOf(body, 'cursor');
    const batchSize = cursor && cursor['batchSize'] !== undefined ? countOf(cursor, 'batchSize') : Infinity;
    const all = describe(context).filter((doc) => matches(doc));
    return openCursor(context, `${db}.$cmd.listCollections`, new IterableSource(all), batchSize);
  },
};
