import type { ConstDirectiveNode, DirectiveNode, FieldNode, ValueNode } from 'graphql';
import { Kind } from 'graphql';

/**
 * How many selections a field counts for: itself, and every value written in its arguments and directives. Validation
 * prints arguments to compare them and plans repeat them at each place, so a long literal is no smaller than as many fields.
 */
export function fieldWeight({ arguments: args, directives }: FieldNode): number {
  let weight = 1;
  for (const { value } of args ?? []) weight += valueCount(value);
  return weight + directiveWeight(directives);
}

/** Values written in directives. */
export function directiveWeight(
  directives: readonly (DirectiveNode | ConstDirectiveNode)[] | undefined,
): number {
  let weight = 0;
  for (const { arguments: args } of directives ?? [])
    for (const { value } of args ?? []) weight += valueCount(value);
  return weight;
}

/** Values in a value, itself included. The nesting of the text has been bounded before. */
function valueCount(value: ValueNode): number {
  let count = 1;
  if (value.kind === Kind.LIST) for (const item of value.values) count += valueCount(item);
  if (value.kind === Kind.OBJECT) for (const field of value.fields) count += valueCount(field.value);
  return count;
}
