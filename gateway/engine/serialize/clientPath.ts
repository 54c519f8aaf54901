import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import type { SelectionScope } from './collectFields.ts';

type Keys = readonly (string | number)[];

/** Turns keys of the data, as a subgraph's error path has them, into the client's response keys. */
export type ClientPath = (below: Keys) => Keys;

/** Prepares the translation for what is selected below one field. A path the client cannot know ends early. */
export function createClientPath(
  sets: readonly SelectionSetNode[],
  scope: SelectionScope,
  dataKey: (field: FieldNode) => string,
): ClientPath {
  return (below) => {
    const path: (string | number)[] = [];
    let level = sets;
    for (const key of below) {
      if (typeof key === 'string') {
        const fields = level.flatMap((set) => fieldsOf(set, scope)).filter((field) => dataKey(field) === key);
        const [first] = fields;
        if (!first) break;
        path.push(responseKey(first));
        level = fields.flatMap((field) => field.selectionSet ?? []);
      } else {
        path.push(key);
      }
    }
    return path;
  };
}

function fieldsOf(set: SelectionSetNode, scope: SelectionScope): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    return inner ? fieldsOf(inner.selectionSet, scope) : [];
  });
}
