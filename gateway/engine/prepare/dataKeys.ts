import { isInherited } from '../data/inheritedNames.ts';
import type { DocumentNode, FieldNode } from 'graphql';
import { visit } from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import { fieldMeaning } from '../document/fieldMeaning.ts';

/** The key a field has in the gathered data, which is the response key of subgraph operations. */
export type DataKey = (field: FieldNode, parentType: string) => string;

/** What the supergraph says about names, read once. */
export interface KnownNames {
  /** Every field name of the schema. */
  readonly fields: ReadonlySet<string>;
  /** Names of fields with arguments that some `@requires` asks for: plans add them under their plain name. */
  readonly required: ReadonlySet<string>;
  readonly mutationType: string | undefined;
}

/**
 * Gives every meaning (field name with arguments) in a document a key of its own, so that no client alias can collide
 * with a key or required field a plan adds, and objects met in several places can be shared. A leaf is fetched once
 * however often it is aliased; aliases of an object stay apart, because a null inside one must not spread to the other.
 * Root fields of mutations keep their response keys: each of them is an action of its own.
 */
export function assignDataKeys(document: DocumentNode, known: KnownNames): DataKey {
  const taken = new Set([...known.required, ...Object.getOwnPropertyNames(Object.prototype)]);
  const isPlain = (name: string) => !known.required.has(name) && !isInherited(name);
  const meanings = new Map<string, string>();
  visit(document, {
    Field(field) {
      const name = field.name.value;
      meanings.set(identity(field), name);
      if (identity(field) === name && isPlain(name)) taken.add(name);
    },
  });
  const keys = new Map<string, string>();
  for (const [meaning, name] of meanings) {
    keys.set(meaning, meaning === name && isPlain(name) ? name : freeKey(name, taken, known.fields));
  }
  return (field, parentType) => {
    if (field.name.value === '__typename') return field.name.value;
    // Introspection is answered by graphql-js, under the client's own keys.
    if (field.name.value.startsWith('__') || parentType.startsWith('__')) {
      return introspectionKey(responseKey(field), parentType);
    }
    if (parentType === known.mutationType) return safeKey(responseKey(field));
    return keys.get(identity(field)) ?? field.name.value;
  };
}

function identity(field: FieldNode): string {
  const meaning = fieldMeaning(field);
  const alias = field.alias?.value;
  return field.selectionSet && alias !== undefined && alias !== field.name.value
    ? `${alias}:${meaning}`
    : meaning;
}

function freeKey(name: string, taken: Set<string>, fields: ReadonlySet<string>): string {
  let key = name;
  for (let variant = 1; taken.has(key); variant++) {
    key = `${name}_${variant}`;
    if (fields.has(key)) taken.add(key);
  }
  taken.add(key);
  return key;
}

/** Keys that begin like introspection (or name an object's prototype) stay out of subgraph operations. */
function safeKey(key: string): string {
  return key.startsWith('__') || isInherited(key) ? `alias_${key}` : key;
}

/** Introspection at the root is kept apart from data by a key no subgraph can answer. */
export function introspectionKey(key: string, parentType: string): string {
  return parentType.startsWith('__') ? key : `introspection ${key}`;
}
