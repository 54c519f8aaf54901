import { MongoError } from '../document/errors.ts';
import { isTrue } from '../document/truth.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { isOperators } from '../filter/match.ts';
import { rootScope } from '../operators/scope.ts';
import type { Node, ProjectionOptions } from './projectionNode.ts';
import { compileNode, isElemMatch, insertNode } from './projectionNode.ts';
import { include, exclude } from './shapeDocument.ts';

/** Shapes a document; `position` is where the filter matched inside an array. */
export type Projection = (doc: Doc, position?: number) => Doc;

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
  const id = (idMode ?? true) ? 'keep' : 'drop';
  return (doc, position) => {
    const scope = rootScope(doc, options.variables, options.strings);
    return including ? include(doc, root, id, scope, position) : exclude(doc, root, id, scope, position);
  };
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
