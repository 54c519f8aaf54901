import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';
import { compileQuickCheck } from './quickVariables.ts';
import { withCode } from './withCode.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Checked and completed variables of a request, or why they are wrong. */
export type Coerced =
  | { readonly ok: true; readonly variables: Variables }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Checks the variables of one operation and fills in defaults. */
export type CoerceVariables = (given: Variables | undefined) => Coerced;

const none: Coerced = { ok: true, variables: {} };

/** Prepares the check of an operation's variables by the input coercion rules of the GraphQL specification. */
export function prepareCoercion(operation: OperationDefinitionNode, schema: GraphQLSchema): CoerceVariables {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return () => none;
  const quick = compileQuickCheck(definitions, schema);
  return (given) => {
    const plain = quick?.(given ?? {});
    if (plain) return { ok: true, variables: plain };
    const result = getVariableValues(schema, definitions, given ?? {}, { maxErrors: 50 });
    if (result.coerced) return { ok: true, variables: result.coerced };
    return { ok: false, errors: (result.errors ?? []).map((error) => withCode(error, 'BAD_USER_INPUT')) };
  };
}
