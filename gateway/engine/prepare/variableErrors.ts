import type { GraphQLError } from 'graphql';
import { coerceInputValue, GraphQLError as Fault } from 'graphql';
import type { GraphQLInputType, GraphQLSchema, VariableDefinitionNode } from 'graphql';
import { isInputType, isNonNullType, typeFromAST, valueFromAST } from 'graphql';
import { refusalErrors } from './errorText.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Coerced variables, or what is wrong with them. */
export type CheckedVariables =
  { readonly variables: Variables } | { readonly errors: readonly GraphQLError[] };

/** Ends a coercion that has found enough. */
const enough = new Error('enough');

/**
 * Coerces variables by the rules of the GraphQL specification. Errors name the place and the type that was expected,
 * never the value that came: it may be a secret in the wrong place.
 */
export function checkVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): CheckedVariables {
  const variables: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  const refuse = (message: string): void => {
    errors.push(new Fault(message));
    if (errors.length >= refusalErrors) throw enough;
  };
  try {
    for (const definition of definitions) checkOne(definition, schema, given, variables, refuse);
  } catch (error) {
    if (error !== enough) throw error;
  }
  return errors.length > 0 ? { errors } : { variables };
}

function checkOne(
  definition: VariableDefinitionNode,
  schema: GraphQLSchema,
  given: Variables,
  variables: Record<string, unknown>,
  refuse: (message: string) => void,
): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return refuse(`Variable "$${name}" has no input type.`);
  if (!Object.hasOwn(given, name)) {
    if (definition.defaultValue) variables[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type))
      refuse(`Variable "$${name}" of required type "${String(type)}" was not provided.`);
    return;
  }
  const value = given[name];
  if (value === null && isNonNullType(type))
    return refuse(`Variable "$${name}" of non-null type "${String(type)}" must not be null.`);
  variables[name] = coerceInputValue(value, type, (path, _value, error) => {
    const place = path.length === 0 ? '' : ` at "${placeOf(name, path)}"`;
    refuse(`Variable "$${name}" got an invalid value${place}; ${expectation(error.message, type)}`);
  });
}

function placeOf(name: string, path: readonly (string | number)[]): string {
  const shown = path.slice(0, 8).map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
  return name + shown.join('') + (path.length > shown.length ? '…' : '');
}

/** What graphql-js expected, in words that hold names of the schema alone. */
const expectations: readonly RegExp[] = [
  /^Field "\w+" of required type "[^"]+" was not provided\./,
  /^Expected non-nullable type "[^"]+" not to be null\./,
  /^Expected type "\w+" to be an object\./,
  /^Exactly one key must be specified for OneOf type "\w+"\./,
  /^Field "\w+" must be non-null\./,
  /^(String|Int|Float|Boolean|ID) cannot represent (a |an )?(non[- ][\w -]+|[\w -]+?) value/,
];

function expectation(message: string, type: GraphQLInputType): string {
  for (const pattern of expectations) {
    const found = pattern.exec(message)?.[0];
    if (found !== undefined) return found.endsWith('.') ? found : `${found}.`;
  }
  const unknown = /^Field "([_A-Za-z]\w{0,39})" is not defined by type ("\w+")/.exec(message);
  if (unknown) return `Field "${unknown[1]}" is not defined by type ${unknown[2]}.`;
  if (message.includes('is not defined by type')) return 'It has a field that its type does not define.';
  const enumName = /in "(\w+)" enum|^Enum "(\w+)"/.exec(message);
  if (enumName) return `Expected a value of the enum "${enumName[1] ?? enumName[2]}".`;
  const named = /^Expected type "(\w+)"/.exec(message);
  return `Expected a value of type "${named?.[1] ?? String(type)}".`;
}
