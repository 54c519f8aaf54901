import type { GraphQLSchema, VariableDefinitionNode } from 'graphql';
import { isEnumType, Kind } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Takes variables that need no coercion as they are; undefined sends them the thorough way. */
export type QuickCheck = (given: Variables) => Variables | undefined;

/** Tells whether a value is already what coercion would make of it. */
type IsPlain = (value: unknown) => boolean;

const isString: IsPlain = (value) => typeof value === 'string';
const isInt: IsPlain = (value) => typeof value === 'number' && (value | 0) === value;
const plainScalars: Readonly<Record<string, IsPlain>> = {
  String: isString,
  ID: isString,
  Int: isInt,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * Compiles a check for operations whose variables are all built-in scalars or enums, as most are. It accepts only
 * complete, right values, so it never has to explain anything; undefined when some variable is of another type.
 */
export function compileQuickCheck(
  definitions: readonly VariableDefinitionNode[],
  schema: GraphQLSchema,
): QuickCheck | undefined {
  const checks: { readonly name: string; readonly isPlain: IsPlain; readonly mayMiss: boolean }[] = [];
  for (const definition of definitions) {
    const required = definition.type.kind === Kind.NON_NULL_TYPE;
    const type = definition.type.kind === Kind.NON_NULL_TYPE ? definition.type.type : definition.type;
    const isPlain = type.kind === Kind.NAMED_TYPE ? plainCheck(type.name.value, schema) : undefined;
    if (!isPlain) return undefined;
    const mayMiss = !required && definition.defaultValue === undefined;
    checks.push({ name: definition.variable.name.value, isPlain, mayMiss });
  }
  return (given) => {
    const variables: Record<string, unknown> = {};
    for (const { name, isPlain, mayMiss } of checks) {
      const value = given[name];
      if (isPlain(value)) variables[name] = value;
      else if (value !== undefined || !mayMiss) return undefined;
    }
    return variables;
  };
}

function plainCheck(name: string, schema: GraphQLSchema): IsPlain | undefined {
  const type = schema.getType(name);
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map((value) => value.name));
    return (value) => names.has(value);
  }
  return plainScalars[name];
}
