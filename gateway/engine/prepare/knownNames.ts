import type { DocumentNode, GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, Kind, visit } from 'graphql';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';
import type { KnownNames } from './dataKeys.ts';

/** Reads from a supergraph the names that data keys must respect. */
export function readKnownNames(supergraph: Supergraph): KnownNames {
  const fields = new Set<string>();
  const withArguments = fieldsWithArguments(supergraph.apiSchema, fields);
  return {
    fields,
    required: new Set([...requiredNames(supergraph.document)].filter((name) => withArguments.has(name))),
    mutationType: supergraph.apiSchema.getMutationType()?.name,
  };
}

function fieldsWithArguments(schema: GraphQLSchema, all: Set<string>): Set<string> {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      all.add(field.name);
      if (field.args.length > 0) found.add(field.name);
    }
  }
  return found;
}

/** Names in every `requires:` field set, without looking at their nesting: a few too many do no harm. */
function requiredNames(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) return;
      for (const name of argument.value.value.match(/[_A-Za-z]\w*/g) ?? []) names.add(name);
    },
  });
  return names;
}
