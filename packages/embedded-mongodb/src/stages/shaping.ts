import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, setField, typeName } from '../document/types.ts';
import { compileExpression } from '../expression/compile.ts';
import { compileFilter } from '../filter/match.ts';
import type { Evaluate } from '../operators/scope.ts';
import { rootScope } from '../operators/scope.ts';
import { compileProjection } from '../projection/project.ts';
import type { PipelineContext, Stage, StageCompiler } from './stage.ts';

function* mapDocs(input: Iterable<Doc>, apply: (doc: Doc) => Doc): Generator<Doc> {
  for (const doc of input) yield apply(doc);
}

/** A field tree of $addFields. */
type Tree = Map<string, Evaluate | Tree>;

function fieldTree(spec: Doc, tree: Tree = new Map()): Tree {
  for (const [name, value] of Object.entries(spec)) {
    const [first = '', ...rest] = name.split('.');
    if (first === '' || first.startsWith('$'))
      throw new MongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    if (rest.length) grow(tree, first, { [rest.join('.')]: value });
    else if (isDoc(value) && Object.keys(value).length && !Object.keys(value)[0]?.startsWith('$'))
      grow(tree, first, value);
    else tree.set(first, compileExpression(value));
  }
  return tree;
}

function grow(tree: Tree, name: string, spec: Doc): void {
  const current = tree.get(name);
  tree.set(name, fieldTree(spec, current instanceof Map ? current : new Map()));
}

function applyTree(base: unknown, tree: Tree, scope: ReturnType<typeof rootScope>): unknown {
  if (Array.isArray(base)) return base.map((item) => applyTree(item, tree, scope));
  const doc: Doc = isDoc(base) ? { ...base } : {};
  for (const [name, part] of tree) {
    const value = part instanceof Map ? applyTree(doc[name], part, scope) : part(scope);
    if (value === undefined) delete doc[name];
    else setField(doc, name, value);
  }
  return doc;
}

/** $addFields. */
export const addFields: StageCompiler = (operand, { variables, strings }) => {
  if (!isDoc(operand))
    throw new MongoError(40272, `$addFields specification stage must be an object, got ${typeName(operand)}`);
  const tree = fieldTree(operand);
  return (input) => mapDocs(input, (doc) => applyTree(doc, tree, rootScope(doc, variables, strings)) as Doc);
};

/** $project. */
export const project: StageCompiler = (operand, { variables, strings }) => {
  if (!isDoc(operand)) throw new MongoError(15969, '$project specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new MongoError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const projection = compileProjection(operand, { variables, strings });
  return (input) => mapDocs(input, (doc) => projection(doc));
};

/** $unset. */
export const unset: StageCompiler = (operand, context) => {
  const fields = Array.isArray(operand) ? operand : [operand];
  if (fields.length === 0 || fields.some((field) => typeof field !== 'string'))
    throw new MongoError(31002, '$unset specification must be a string or an array');
  return project(Object.fromEntries(fields.map((field: string) => [field, 0])), context);
};

function replaceWithExpression(expression: unknown, { variables, strings }: PipelineContext): Stage {
  const evaluate = compileExpression(expression);
  return (input) =>
    mapDocs(input, (doc) => {
      const next = evaluate(rootScope(doc, variables, strings));
      if (!isDoc(next))
        throw new MongoError(
          40228,
          `'newRoot' expression  must evaluate to an object, but resulting value was of type: ${typeName(next)}`,
        );
      return next;
    });
}

/** $replaceRoot. */
export const replaceRoot: StageCompiler = (operand, context) => {
  if (!isDoc(operand) || !('newRoot' in operand))
    throw new MongoError(40231, 'no newRoot specified for the $replaceRoot stage');
  return replaceWithExpression(operand['newRoot'], context);
};

/** $replaceWith. */
export const replaceWith: StageCompiler = replaceWithExpression;

/** $match. */
export const match: StageCompiler = (operand, { variables, strings }) => {
  if (!isDoc(operand)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  const test = compileFilter(operand, { variables, strings });
  return function* (input) {
    for (const doc of input) if (test(doc)) yield doc;
  };
};

/** $redact. */
export const redact: StageCompiler = (operand, { variables, strings }) => {
  const evaluate = compileExpression(operand);
  function prune(doc: Doc, root: Doc): Doc | undefined {
    const verdict = evaluate({ current: doc, root, variables, strings });
    if (verdict === '$$KEEP') return doc;
    if (verdict === '$$PRUNE') return undefined;
    if (verdict !== '$$DESCEND')
      throw new MongoError(17053, '$redact must evaluate to $$KEEP, $$PRUNE or $$DESCEND');
    const kept: Doc = {};
    for (const [name, value] of Object.entries(doc)) {
      const next = descend(value, root);
      if (next !== undefined) setField(kept, name, next);
    }
    return kept;
  }
  function descend(value: unknown, root: Doc): unknown {
    if (isDoc(value)) return prune(value, root);
    if (Array.isArray(value))
      return value.map((item) => descend(item, root)).filter((item) => item !== undefined);
    return value;
  }
  return function* (input) {
    for (const doc of input) {
      const kept = prune(doc, doc);
      if (kept) yield kept;
    }
  };
};
