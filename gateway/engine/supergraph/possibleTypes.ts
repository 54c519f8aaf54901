import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';

/** For each composite type name, the `__typename` values an object of that type may carry. */
export type PossibleTypes = (typeName: string) => ReadonlySet<string>;

/**
 * Reads possible types from the whole supergraph, inaccessible ones included: plans talk to subgraphs, which do not
 * know what clients may see. A type counts among its own possible types, because a subgraph with an interface
 * object answers with the name of the interface.
 */
export function readPossibleTypes(document: DocumentNode): PossibleTypes {
  const direct = new Map<string, Set<string>>();
  const add = (abstract: string, name: string) => {
    const set = direct.get(abstract);
    if (set) set.add(name);
    else direct.set(abstract, new Set([name]));
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) add(definition.name.value, member.name.value);
    }
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      for (const name of definition.interfaces ?? []) add(name.name.value, definition.name.value);
    }
  }
  const complete = new Map<string, ReadonlySet<string>>();
  return (typeName) => {
    let set = complete.get(typeName);
    if (!set) {
      set = new Set([typeName, ...(direct.get(typeName) ?? [])]);
      complete.set(typeName, set);
    }
    return set;
  };
}
