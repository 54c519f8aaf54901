import type { GraphQLError } from 'graphql';
import type { CallSubgraph, Execution } from '../compile/execution.ts';
import { ErrorLedger } from '../compile/errorLedger.ts';
import type { EngineResponse, RequestScope } from '../types.ts';
import type { Operation } from './operation.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Runs a query or mutation to its whole answer. */
export async function runOperation(
  operation: Operation,
  given: Variables | undefined,
  scope: RequestScope,
  call: CallSubgraph,
): Promise<EngineResponse> {
  const coerced = operation.coerce(given);
  if (!coerced.ok) return refusal(coerced.errors);
  const found = operation.variantFor(scope.authority);
  const variant = found instanceof Promise ? await found : found;
  const execution = newExecution(coerced.variables, scope, call);
  operation.introspect?.(execution.data, coerced.variables);
  if (variant.step) await variant.step(execution);
  return variant.serialize(execution);
}

/** An execution with nothing gathered yet. */
export function newExecution(variables: Variables, scope: RequestScope, call: CallSubgraph): Execution {
  return { data: {}, variables, scope, errors: new ErrorLedger(), call };
}

/** The answer to a request that was wrong before anything ran. */
export function refusal(errors: readonly GraphQLError[]): EngineResponse {
  return { body: JSON.stringify({ errors }), outcome: 'refused' };
}
