import type { DocumentNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { isInherited } from '../data/inheritedNames.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A document none of whose variables is named like a member of every object. */
export interface SafeDocument {
  readonly document: DocumentNode;
  /** Gives the variables of a request the names they have in the document. */
  readonly rename: (given: Variables | undefined) => Variables | undefined;
}

const asItIs = (given: Variables | undefined) => given;

/**
 * Renames variables called `__proto__`, `constructor` and the like: those names are good GraphQL, but no code that
 * keeps variables in an object can be trusted with them.
 */
export function withSafeVariables(document: DocumentNode): SafeDocument {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable } of definition.variableDefinitions ?? []) taken.add(variable.name.value);
  }
  for (const name of [...taken].filter(isInherited)) {
    let free = `variable_${name}`;
    while (taken.has(free)) free += '_';
    taken.add(free);
    renamed.set(name, free);
  }
  if (renamed.size === 0) return { document, rename: asItIs };
  const safe = visit(document, {
    Variable(node) {
      const name = renamed.get(node.name.value);
      return name === undefined ? undefined : { ...node, name: { ...node.name, value: name } };
    },
  });
  return { document: safe, rename: (given) => renameKeys(given, renamed) };
}

function renameKeys(given: Variables | undefined, names: ReadonlyMap<string, string>): Variables | undefined {
  if (given === undefined) return undefined;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [names.get(name) ?? name, value]));
}
