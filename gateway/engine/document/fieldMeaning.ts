import type { FieldNode } from 'graphql';
import { print } from 'graphql';

/** What a field node asks for, whatever it is called: its name and its arguments, in a fixed order. */
export function fieldMeaning(field: FieldNode): string {
  const given = field.arguments ?? [];
  if (given.length === 0) return field.name.value;
  const texts = given.map((argument) => print(argument)).sort();
  return `${field.name.value}(${texts.join(',')})`;
}
