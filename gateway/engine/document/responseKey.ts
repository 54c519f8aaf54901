import type { FieldNode } from 'graphql';

/** The key a field has in the response. */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
