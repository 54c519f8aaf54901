import type { Doc } from '../document/types.ts';
import { isDoc, setField } from '../document/types.ts';
import type { rootScope } from '../operators/scope.ts';
import type { Node } from './projectionNode.ts';

type Scoped = ReturnType<typeof rootScope>;

/** What becomes of _id when nothing is said of it: kept or dropped at the top, a field like any other below. */
export type IdRule = 'keep' | 'drop' | 'field';

/** The fields that are named, and those that are computed. */
export function include(
  doc: Doc,
  fields: Map<string, Node>,
  id: IdRule,
  scope: Scoped,
  position?: number,
): Doc {
  const out: Doc = {};
  for (const name of Object.keys(doc)) {
    if (id !== 'field' && name === '_id' && !fields.has('_id')) {
      if (id === 'keep') out[name] = doc[name];
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
        (inner) => include(inner, node.fields, 'field', scope, position),
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

/** All fields but those that are named. */
export function exclude(
  doc: Doc,
  fields: Map<string, Node>,
  id: IdRule,
  scope: Scoped,
  position?: number,
): Doc {
  const out: Doc = {};
  for (const name of Object.keys(doc)) {
    if (id === 'drop' && name === '_id') continue;
    const node = fields.get(name);
    let value = doc[name];
    if (node?.kind === 'exclude') continue;
    if (node?.kind === 'array' && Array.isArray(value)) value = node.pick(value, position);
    else if (node?.kind === 'tree')
      value = through(value, (inner) => exclude(inner, node.fields, 'field', scope, position), true);
    if (value !== undefined) setField(out, name, value);
  }
  return out;
}
