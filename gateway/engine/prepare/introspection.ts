import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';
import { executeSync, Kind } from 'graphql';
import { introspectionKey } from './dataKeys.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import { introspectionFields } from './projectOperation.ts';

/** Writes the answers to `__schema` and `__type` into the data. */
export type Introspect = (
  data: Record<string, unknown>,
  variables: Readonly<Record<string, unknown>>,
) => void;

/** Prepares the introspection part of an operation; undefined when it has none. Directives are left to the serializer. */
export function prepareIntrospection(
  selected: SelectedOperation,
  schema: GraphQLSchema,
): Introspect | undefined {
  const fields = introspectionFields(selected);
  if (fields.length === 0) return undefined;
  const selections = fields.map((field): FieldNode => ({ ...field, directives: [] }));
  const operation = {
    ...selected.operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  } as const;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...selected.fragments.values()],
  };
  return (data, variables) => {
    const answer = executeSync({ schema, document, variableValues: variables });
    for (const key of Object.keys(answer.data ?? {})) data[introspectionKey(key, '')] = answer.data?.[key];
  };
}
