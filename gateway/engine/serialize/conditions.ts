import type { DirectiveNode } from 'graphql';
import { Kind } from 'graphql';

/** One `@skip` or `@include` that depends on a variable. */
export interface VariableTest {
  readonly variable: string;
  /** The value the variable must have for the selection to stay. */
  readonly wanted: boolean;
}

/** Tests that must all hold for a selection to be included. */
export type Conditions = readonly VariableTest[];

/** Tells from the coerced variables whether a field is in the answer. */
export type IsIncluded = (variables: Readonly<Record<string, unknown>>) => boolean;

/** Adds a selection's own `@skip`/`@include` to those around it; undefined when it is never included. */
export function addConditions(
  outer: Conditions,
  directives: readonly DirectiveNode[] | undefined,
): Conditions | undefined {
  let conditions = outer;
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const wanted = name === 'include';
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions = [...conditions, { variable: value.name.value, wanted }];
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
  }
  return conditions;
}

/** A field selected in several places is included when any place is; undefined stands for always. */
export function compileConditions(places: readonly Conditions[]): IsIncluded | undefined {
  if (places.some((conditions) => conditions.length === 0)) return undefined;
  return (variables) =>
    places.some((place) => place.every((test) => variables[test.variable] === test.wanted));
}
