import { ObjectId } from 'bson';
import { Editor } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';
import { isOperators } from '../filter/match.ts';
import type { Update } from './update.ts';

/** The document an upsert inserts: what the filter demands by equality, then the update. */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const editor = new Editor({});
  const seen = new Set<string>();
  for (const [path, value] of equalities(filter)) {
    if (update.replaces && path !== '_id') continue;
    if (seen.has(path))
      throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.add(path);
    editor.edit(path.split('.'), () => value);
  }
  const doc = update.apply(editor.root, undefined, true);
  if (doc['_id'] === undefined) return { _id: new ObjectId(), ...doc };
  const { _id, ...rest } = doc;
  return { _id, ...rest };
}

function* equalities(filter: Doc): Generator<[string, unknown]> {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and') for (const clause of condition as Doc[]) yield* equalities(clause);
    else if (name === '$or' && (condition as Doc[]).length === 1)
      yield* equalities((condition as Doc[])[0] as Doc);
    else if (!name.startsWith('$')) {
      if (!isOperators(condition)) {
        if (bsonType(condition) !== 'BSONRegExp') yield [name, condition];
      } else if ('$eq' in condition) yield [name, condition['$eq']];
      else if (
        Array.isArray(condition['$all']) &&
        condition['$all'].length === 1 &&
        !isDoc(condition['$all'][0])
      )
        yield [name, condition['$all'][0]];
      else if (
        Array.isArray(condition['$in']) &&
        condition['$in'].length === 1 &&
        bsonType(condition['$in'][0]) !== 'BSONRegExp'
      )
        yield [name, condition['$in'][0]];
    }
  }
}
