import { KeyWriter } from '../bson/keys.ts';
import type { StringOrder } from '../document/compare.ts';
import { compareValues } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Accumulation, Accumulator } from '../expression/accumulators.ts';
import { compileAccumulator } from '../expression/accumulators.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Evaluate } from '../operators/scope.ts';
import { rootScope } from '../operators/scope.ts';
import type { PipelineContext, Stage, StageCompiler } from './stage.ts';

const keys = new KeyWriter();

interface Group {
  readonly id: unknown;
  readonly parts: Accumulation[];
}

/** Under a collation, different bytes can be the same key: the first one met names the group. */
function nameUnder(strings: StringOrder, value: unknown, groups: ReadonlyMap<string, Group>): string {
  for (const [name, { id }] of groups) if (compareValues(id, value, strings) === 0) return name;
  return String(groups.size);
}

function groupBy(
  id: Evaluate,
  outputs: [string, Accumulator][],
  { variables, strings }: PipelineContext,
): Stage {
  return function* (input) {
    const groups = new Map<string, Group>();
    for (const doc of input) {
      const scope = rootScope(doc, variables, strings);
      const value = id(scope) ?? null;
      const name = strings
        ? nameUnder(strings, value, groups)
        : keys.start().value(value).take().latin1Slice();
      let group = groups.get(name);
      if (!group) groups.set(name, (group = { id: value, parts: outputs.map(([, start]) => start()) }));
      for (const part of group.parts) part.take(scope);
    }
    for (const group of groups.values()) {
      const doc: Doc = { _id: group.id };
      outputs.forEach(([name], i) => (doc[name] = group.parts[i]?.result()));
      yield doc;
    }
  };
}

function outputsOf(spec: Doc): [string, Accumulator][] {
  return Object.entries(spec).map(([name, value]) => {
    if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$'))
      throw new MongoError(40236, `The field name '${name}' cannot be an operator name`);
    return [name, compileAccumulator(name, value)];
  });
}

/** $group. */
export const group: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new MongoError(15947, "a group's fields must be specified in an object");
  if (!('_id' in operand)) throw new MongoError(15955, 'a group specification must include an _id');
  const { _id, ...fields } = operand;
  return groupBy(compileExpression(_id), outputsOf(fields), context);
};

/** $sortByCount. */
export const sortByCount: StageCompiler = (operand, context) => {
  const grouped = groupBy(compileExpression(operand), outputsOf({ count: { $sum: 1 } }), context);
  return (input) => [...grouped(input)].sort((a, b) => toNumber(b['count']) - toNumber(a['count']));
};

/** $bucket. */
export const bucket: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new MongoError(40201, 'Argument to $bucket stage must be an object');
  const { boundaries, default: otherwise, output = { count: { $sum: 1 } } } = operand;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new MongoError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  const limits = boundaries.map((each) => compileExpression(each)(rootScope({}, context.variables)));
  for (let i = 1; i < limits.length; i++)
    if (compareValues(limits[i - 1], limits[i]) >= 0)
      throw new MongoError(40194, "The 'boundaries' option to $bucket must be sorted");
  const value = compileExpression(operand['groupBy']);
  const id: Evaluate = (scope) => {
    const at = value(scope);
    for (let i = limits.length - 2; i >= 0; i--)
      if (compareValues(at, limits[i]) >= 0 && compareValues(at, limits[i + 1]) < 0) return limits[i];
    if (!('default' in operand))
      throw new MongoError(
        40066,
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return otherwise;
  };
  const grouped = groupBy(id, outputsOf(output as Doc), context);
  return (input) => [...grouped(input)].sort((a, b) => compareValues(a['_id'], b['_id']));
};

/** $bucketAuto. */
export const bucketAuto: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new MongoError(40240, 'The argument to $bucketAuto must be an object');
  const wanted = toNumber(operand['buckets']);
  if (!(wanted > 0)) throw new MongoError(40243, "The $bucketAuto 'buckets' field must be greater than 0");
  if ('granularity' in operand)
    throw new MongoError(115, '$bucketAuto granularity is not supported by this server');
  const value = compileExpression(operand['groupBy']);
  const outputs = outputsOf((operand['output'] as Doc | undefined) ?? { count: { $sum: 1 } });
  return function* (input) {
    const rows = [...input].map((doc) => ({
      doc,
      value: value(rootScope(doc, context.variables, context.strings)) ?? null,
    }));
    rows.sort((a, b) => compareValues(a.value, b.value));
    const size = Math.max(1, Math.round(rows.length / wanted));
    let from = 0;
    for (let made = 1; from < rows.length; made++) {
      let to = made === wanted ? rows.length : Math.min(rows.length, from + size);
      while (to < rows.length && compareValues(rows[to]?.value, rows[to - 1]?.value) === 0) to++;
      const parts = outputs.map(([, start]) => start());
      for (const { doc } of rows.slice(from, to))
        for (const part of parts) part.take(rootScope(doc, context.variables, context.strings));
      const max = to < rows.length ? rows[to]?.value : rows[rows.length - 1]?.value;
      const doc: Doc = { _id: { min: rows[from]?.value, max } };
      outputs.forEach(([name], i) => (doc[name] = parts[i]?.result()));
      yield doc;
      from = to;
    }
  };
};
