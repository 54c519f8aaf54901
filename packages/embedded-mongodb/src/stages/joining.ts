import { KeyWriter } from '../bson/keys.ts';
import { Editor } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import { pathValue } from '../document/path.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { compileExpression } from '../expression/compile.ts';
import { compileFilter } from '../filter/match.ts';
import { rootScope } from '../operators/scope.ts';
import type { Namespace, PipelineContext, StageCompiler } from './stage.ts';

function fromOf(context: PipelineContext, from: unknown, stage: string): Namespace {
  if (typeof from === 'string') return { db: context.db, name: from };
  if (isDoc(from) && typeof from['coll'] === 'string')
    return { db: String(from['db'] ?? context.db), name: from['coll'] };
  throw new MongoError(9, `${stage} argument 'from' must be a string`);
}

/** $lookup, by equality, by a pipeline, or both. */
export const lookup: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new MongoError(9, 'the $lookup specification must be an Object');
  const { localField, foreignField, as, pipeline, from } = operand;
  if (typeof as !== 'string') throw new MongoError(9, "must specify 'as' field for a $lookup");
  const hasFields = typeof localField === 'string' && typeof foreignField === 'string';
  if (!hasFields && !Array.isArray(pipeline))
    throw new MongoError(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  const source = from === undefined ? undefined : fromOf(context, from, '$lookup');
  if (!source && !startsWithDocuments(pipeline))
    throw new MongoError(9, "must specify 'from' field for a $lookup");
  const lets = Object.entries((operand['let'] as Doc | undefined) ?? {}).map(
    ([name, value]) => [name, compileExpression(value)] as const,
  );
  const target = as.split('.');
  const local = hasFields ? localField.split('.') : [];
  return function* (input) {
    for (const doc of input) {
      const variables: Doc = { ...context.variables };
      for (const [name, evaluate] of lets)
        variables[name] = evaluate(rootScope(doc, context.variables, context.strings));
      const inner = { ...context, variables };
      const filter = hasFields ? { [foreignField]: localCondition(doc, local) } : {};
      let found: Iterable<Doc> = source
        ? inner.read(
            inner,
            source,
            Array.isArray(pipeline) ? [{ $match: filter }, ...(pipeline as Doc[])] : [{ $match: filter }],
          )
        : inner.compile(pipeline as Doc[], inner)([]);
      found = [...found];
      const editor = new Editor(doc);
      editor.edit(target, () => found);
      yield editor.root;
    }
  };
};

function startsWithDocuments(pipeline: unknown): boolean {
  return Array.isArray(pipeline) && isDoc(pipeline[0]) && '$documents' in pipeline[0];
}

function localCondition(doc: Doc, path: readonly string[]): Doc {
  const value = pathValue(doc, path);
  if (Array.isArray(value))
    return { $in: value.flatMap((item: unknown) => (Array.isArray(item) ? item : [item])) };
  return { $eq: value ?? null };
}

const keys = new KeyWriter();

/** $graphLookup. */
export const graphLookup: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new MongoError(40327, 'the $graphLookup stage specification must be an object');
  const { startWith, connectFromField, connectToField, as, maxDepth, depthField, restrictSearchWithMatch } =
    operand;
  if (
    typeof connectFromField !== 'string' ||
    typeof connectToField !== 'string' ||
    typeof as !== 'string' ||
    startWith === undefined
  )
    throw new MongoError(
      40105,
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    );
  const from = fromOf(context, operand['from'], '$graphLookup');
  const start = compileExpression(startWith);
  const deepest = maxDepth === undefined ? Infinity : toNumber(maxDepth);
  const restrict = isDoc(restrictSearchWithMatch) ? restrictSearchWithMatch : {};
  compileFilter(restrict);
  const connectFrom = connectFromField.split('.');
  return function* (input) {
    for (const doc of input) {
      const seen = new Map<string, Doc>();
      let frontier = listOf(start(rootScope(doc, context.variables, context.strings)));
      for (let depth = 0; depth <= deepest && frontier.length; depth++) {
        const found = context.read(context, from, [
          { $match: { $and: [{ [connectToField]: { $in: frontier } }, restrict] } },
        ]);
        frontier = [];
        for (const other of found) {
          const id = keys.start().value(other['_id']).take().latin1Slice();
          if (seen.has(id)) continue;
          seen.set(id, typeof depthField === 'string' ? { ...other, [depthField]: BigInt(depth) } : other);
          frontier.push(...listOf(pathValue(other, connectFrom)));
        }
      }
      yield { ...doc, [as]: [...seen.values()] };
    }
  };
};

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** $unionWith. */
export const unionWith: StageCompiler = (operand, context) => {
  const { coll, pipeline } = isDoc(operand) ? operand : { coll: operand, pipeline: [] };
  return function* (input) {
    yield* input;
    if (typeof coll === 'string')
      yield* context.read(context, { db: context.db, name: coll }, (pipeline as Doc[] | undefined) ?? []);
    else yield* context.compile(pipeline as Doc[], context)([]);
  };
};

/** $facet. */
export const facet: StageCompiler = (operand, context) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  const parts = Object.entries(operand).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is not`);
    for (const stage of pipeline as Doc[])
      for (const banned of ['$out', '$merge', '$facet', '$changeStream', '$collStats', '$indexStats'])
        if (banned in stage)
          throw new MongoError(40600, `${banned} is not allowed to be used within a $facet stage`);
    return [name, context.compile(pipeline as Doc[], context)] as const;
  });
  return function* (input) {
    const all = [...input];
    const doc: Doc = {};
    for (const [name, run] of parts) doc[name] = [...run(all)];
    yield doc;
  };
};

/** $documents. */
export const documents: StageCompiler = (operand, { variables }) => {
  const value = compileExpression(operand)(rootScope({}, variables));
  if (!Array.isArray(value) || !value.every(isDoc))
    throw new MongoError(5858203, 'an array of documents is expected');
  return () => value;
};
