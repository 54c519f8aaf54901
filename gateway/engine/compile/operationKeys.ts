import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import { fieldMeaning } from '../document/fieldMeaning.ts';
import { responseKey } from '../document/responseKey.ts';

/** Response keys an operation brings below each of its root fields, and their meanings. */
export interface OperationKeys {
  /** Response keys of the root fields. */
  readonly root: readonly string[];
  /** For each root field, the response keys of its direct selection (all types taken together). */
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** Every response key in the text with what it stands for: field name and arguments. */
  readonly meanings: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the response keys of a subgraph operation. */
export function readOperationKeys(text: string): OperationKeys {
  const document = parse(text, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  const meanings = new Map<string, Set<string>>();
  let rootFields: FieldNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      rootFields = fieldsOf(definition.selectionSet, fragments);
    if ('selectionSet' in definition) readMeanings(definition.selectionSet, meanings);
  }
  const below = new Map<string, readonly string[]>();
  for (const field of rootFields) {
    const fields = field.selectionSet ? fieldsOf(field.selectionSet, fragments) : [];
    below.set(responseKey(field), uniqueKeys(fields));
  }
  return { root: uniqueKeys(rootFields), below, meanings };
}

function fieldsOf(set: SelectionSetNode, fragments: ReadonlyMap<string, SelectionSetNode>): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
    return inner ? fieldsOf(inner, fragments) : [];
  });
}

function uniqueKeys(fields: readonly FieldNode[]): readonly string[] {
  return [...new Set(fields.map(responseKey))].filter((key) => key !== '__typename');
}

function readMeanings(set: SelectionSetNode, meanings: Map<string, Set<string>>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      const known = meanings.get(key) ?? new Set();
      meanings.set(key, known.add(fieldMeaning(selection)));
    }
    if ('selectionSet' in selection && selection.selectionSet) readMeanings(selection.selectionSet, meanings);
  }
}
