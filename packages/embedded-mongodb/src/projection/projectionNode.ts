import type { StringOrder } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { isNumeric } from '../document/numbers.ts';
import { toNumber } from '../document/toNumber.ts';
import { isTrue } from '../document/truth.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { compileExpression } from '../expression/compile.ts';
import { elementTest } from '../filter/match.ts';
import type { Evaluate } from '../operators/scope.ts';

/** What a projection says of one field. */
export type Node =
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

/** What one entry of a projection says of its field. */
export function compileNode(path: string, value: unknown, options: ProjectionOptions): Node {
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

/** Whether it is the `$elemMatch` of a find. */
export function isElemMatch(value: unknown): boolean {
  return isDoc(value) && '$elemMatch' in value;
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

/** Hangs a node into the tree at its path; refuses two entries for one place. */
export function insertNode(
  fields: Map<string, Node>,
  path: readonly string[],
  node: Node,
  whole: string,
): void {
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
