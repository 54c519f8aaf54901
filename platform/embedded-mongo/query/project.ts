import { MongoError } from '../errors.ts';
import type { StringOrder } from '../bson/compare.ts';
import type { Doc } from '../bson/types.ts';
import { isDoc, setField } from '../bson/types.ts';
import type { Evaluate } from '../aggregate/expression.ts';
import { compileExpression, isTrue, rootScope } from '../aggregate/expression.ts';
import { isNumeric } from '../aggregate/operators/numbers.ts';
import { elementTest, isOperators } from './match.ts';
import { toNumber } from './toNumber.ts';

/** Shapes a document; `position` is where the filter matched inside an array. */
export type Projection = (doc: Doc, position?: number) => Doc;

/** What a projection says of one field. */
type Node =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'computed'; readonly evaluate: Evaluate }
  | { readonly kind: 'array'; readonly pick: (items: unknown[], position?: number) => unknown[] | undefined }
  | { readonly kind: 'tree'; readonly fields: Map<string, Node> };

/** Which dialect: find knows $slice, $elemMatch and the positional operator, aggregation does not. */
export interface ProjectionOptions {
  readonly find?: boolean;
  readonly variables?: Doc | undefined;
  readonly strings?: StringOrder | undefined;
}

/** Compiles a projection. Throws for a mix of inclusion and exclusion. */
export function compileProjection(spec: Doc, options: ProjectionOptions = {}): Projection {
  const root = new Map<string, Node>();
  const modes = new Set<'include' | 'exclude'>();
  let idMode: boolean | undefined;
  for (const [path, value] of flatten(spec)) {
    const node = compileNode(path, value, options);
    const clean = path.endsWith('.$') ? path.slice(0, -2) : path;
    if (path === '_id' && (node.kind === 'include' || node.kind === 'exclude')) {
      idMode = node.kind === 'include';
      continue;
    }
    if (node.kind === 'exclude') modes.add('exclude');
    else if (node.kind !== 'array' || path.endsWith('.$') || isElemMatch(value)) modes.add('include');
    insertNode(root, clean.split('.'), node, clean);
  }
  if (modes.size > 1) {
    const including = [...modes][0] === 'include';
    throw including
      ? new MongoError(31254, `Cannot do exclusion on field ${firstOf(spec, false)} in inclusion projection`)
      : new MongoError(31253, `Cannot do inclusion on field ${firstOf(spec, true)} in exclusion projection`);
  }
  const including = modes.has('include') || (modes.size === 0 && idMode === true && !hasArrayNode(root));
  const keepId = idMode ?? true;
  return (doc, position) => {
    const scope = rootScope(doc, options.variables, options.strings);
    return including
      ? include(doc, root, keepId, true, scope, position)
      : exclude(doc, root, keepId, true, scope, position);
  };
}

function isElemMatch(value: unknown): boolean {
  return isDoc(value) && '$elemMatch' in value;
}

function hasArrayNode(root: Map<string, Node>): boolean {
  return [...root.values()].some((node) => node.kind === 'array');
}

function firstOf(spec: Doc, included: boolean): string {
  return Object.keys(spec).find((name) => name !== '_id' && isTrue(spec[name]) === included) ?? '';
}

function* flatten(spec: Doc, prefix = ''): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(spec)) {
    if (name === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
    if (isDoc(value) && !isOperators(value)) {
      if (Object.keys(value).length === 0)
        throw new MongoError(
          51270,
          'An empty sub-projection is not a valid value. Found empty object at path',
        );
      yield* flatten(value, `${prefix}${name}.`);
    } else yield [prefix + name, value];
  }
}

function compileNode(path: string, value: unknown, options: ProjectionOptions): Node {
  if (path.endsWith('.$')) {
    if (!options.find)
      throw new MongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    return {
      kind: 'array',
      pick: (items, position) => (position === undefined ? undefined : [items[position]]),
    };
  }
  if (path.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
    throw new MongoError(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
    );
  if (typeof value === 'boolean' || isNumeric(value)) return { kind: isTrue(value) ? 'include' : 'exclude' };
  if (
    options.find &&
    isDoc(value) &&
    '$slice' in value &&
    !(Array.isArray(value['$slice']) && Array.isArray(value['$slice'][0])) &&
    !isPathSlice(value['$slice'])
  )
    return { kind: 'array', pick: slicer(value['$slice']) };
  if (options.find && isElemMatch(value)) {
    const test = elementTest((value as Doc)['$elemMatch'] as Doc, options);
    return {
      kind: 'array',
      pick: (items) => {
        const found = items.findIndex(test);
        return found < 0 ? undefined : [items[found]];
      },
    };
  }
  return { kind: 'computed', evaluate: compileExpression(value) };
}

function isPathSlice(operand: unknown): boolean {
  return Array.isArray(operand) && typeof operand[0] === 'string';
}

function slicer(operand: unknown): (items: unknown[]) => unknown[] {
  if (Array.isArray(operand)) {
    const [skip, limit] = operand.map(toNumber) as [number, number];
    if (!(limit > 0)) throw new MongoError(28729, 'Third argument to $slice must be positive');
    return (items) => {
      const from = skip < 0 ? Math.max(0, items.length + skip) : skip;
      return items.slice(from, from + limit);
    };
  }
  const count = toNumber(operand);
  if (Number.isNaN(count)) throw new MongoError(28667, 'Invalid $slice syntax');
  return (items) => (count < 0 ? items.slice(count) : items.slice(0, count));
}

function insertNode(fields: Map<string, Node>, path: readonly string[], node: Node, whole: string): void {
  const [name, ...rest] = path as [string, ...string[]];
  const current = fields.get(name);
  if (rest.length === 0) {
    if (current) throw new MongoError(31250, `Path collision at ${whole}`);
    fields.set(name, node);
    return;
  }
  if (current && current.kind !== 'tree')
    throw new MongoError(31249, `Path collision at ${whole} remaining portion ${rest.join('.')}`);
  const tree: Node = current ?? { kind: 'tree', fields: new Map() };
  fields.set(name, tree);
  insertNode((tree as { fields: Map<string, Node> }).fields, rest, node, whole);
}

type Scoped = ReturnType<typeof rootScope>;

function include(
  doc: Doc,
  fields: Map<string, Node>,
  keepId: boolean,
  top: boolean,
  scope: Scoped,
  position?: number,
): Doc {
  const out: Doc = {};
  for (const name of Object.keys(doc)) {
    if (top && name === '_id' && !fields.has('_id')) {
      if (keepId) out[name] = doc[name];
      continue;
    }
    const node = fields.get(name);
    if (!node) continue;
    const value = included(doc[name], node, scope, position);
    if (value !== undefined) setField(out, name, value);
  }
  for (const [name, node] of fields) {
    const value =
      node.kind === 'computed'
        ? node.evaluate(scope)
        : node.kind === 'tree' && !(name in doc)
          ? computedTree(node.fields, scope)
          : undefined;
    if (value !== undefined) setField(out, name, value);
  }
  return out;
}

function computedTree(fields: Map<string, Node>, scope: Scoped): Doc | undefined {
  let out: Doc | undefined;
  for (const [name, node] of fields) {
    const value =
      node.kind === 'computed'
        ? node.evaluate(scope)
        : node.kind === 'tree'
          ? computedTree(node.fields, scope)
          : undefined;
    if (value !== undefined) setField((out ??= {}), name, value);
  }
  return out;
}

function included(value: unknown, node: Node, scope: Scoped, position?: number): unknown {
  switch (node.kind) {
    case 'include':
      return value;
    case 'exclude':
    case 'computed':
      return undefined;
    case 'array':
      return Array.isArray(value) ? node.pick(value, position) : value;
    case 'tree':
      return through(
        value,
        (inner) => include(inner, node.fields, true, false, scope, position),
        false,
        computedTree(node.fields, scope),
      );
  }
}

/** Applies a shape to a document or to each document of an array. */
function through(value: unknown, shape: (doc: Doc) => Doc, keepScalars: boolean, otherwise?: Doc): unknown {
  if (isDoc(value)) return shape(value);
  if (Array.isArray(value))
    return value.map((item) => through(item, shape, keepScalars)).filter((item) => item !== undefined);
  return keepScalars ? value : otherwise;
}

function exclude(
  doc: Doc,
  fields: Map<string, Node>,
  keepId: boolean,
  top: boolean,
  scope: Scoped,
  position?: number,
): Doc {
  const out: Doc = {};
  for (const name of Object.keys(doc)) {
    if (top && name === '_id' && !keepId) continue;
    const node = fields.get(name);
    let value = doc[name];
    if (node?.kind === 'exclude') continue;
    if (node?.kind === 'array' && Array.isArray(value)) value = node.pick(value, position);
    else if (node?.kind === 'tree')
      value = through(value, (inner) => exclude(inner, node.fields, true, false, scope, position), true);
    if (value !== undefined) setField(out, name, value);
  }
  return out;
}
