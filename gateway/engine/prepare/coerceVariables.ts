import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { clientErrors } from './errorText.ts';
import { compileQuickCheck } from './quickVariables.ts';
import { checkVariables } from './variableErrors.ts';

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
    const result = checkVariables(schema, definitions, given ?? {});
    if ('variables' in result) return { ok: true, variables: result.variables };
    return { ok: false, errors: clientErrors(result.errors, 'BAD_USER_INPUT', false) };
  };
}
