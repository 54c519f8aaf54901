import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Execution } from '../data/execution.ts';
import type { EngineResponse } from '../types.ts';
import type { SerializerScope } from './objectWriter.ts';
import { compileComposite } from './objectWriter.ts';
import type { PendingFragment, WriteValue, Writing } from './writing.ts';
import type { RunBounds } from '../data/runBounds.ts';
import { tooLarge } from '../data/tooLarge.ts';

/** Turns gathered data into response text. */
export type Serialize = (execution: Execution) => EngineResponse;

/** Compiles the serializer of an operation that is answered at once. */
export function compileSerializer(operation: OperationDefinitionNode, scope: SerializerScope): Serialize {
  const write = compileRoot(operation, scope);
  return (execution) => {
    const errors: GraphQLFormattedError[] = [];
    const writing: Writing = { path: [], errors, spread: false, bounds: execution.bounds };
    const data = write(execution.data, writing) ?? 'null';
    if (execution.bounds.exceeded) return tooLarge;
    if (!execution.errors.isEmpty) errors.push(...execution.errors.remaining(!writing.spread));
    if (errors.length === 0) return { body: `{"data":${data}}`, outcome: 'ok' };
    return { body: `{"data":${data},"errors":${JSON.stringify(errors)}}`, outcome: 'errors' };
  };
}

/** The first part of an incremental answer and what is still to come. */
export interface InitialPart {
  /** Members of the JSON object, without braces. */
  readonly members: string;
  readonly pending: PendingFragment[];
}

/** Compiles the serializer of the first part of an operation with `@defer`. */
export function compileInitialSerializer(
  operation: OperationDefinitionNode,
  scope: SerializerScope,
): (execution: Execution) => InitialPart {
  const write = compileRoot(operation, scope);
  return (execution) => {
    const errors: GraphQLFormattedError[] = [];
    const pending: PendingFragment[] = [];
    const writing: Writing = { path: [], errors, spread: false, pending, bounds: execution.bounds };
    const data = write(execution.data, writing) ?? 'null';
    // Errors of deferred fetches may stand in the ledger already; they are told with their own part.
    return { members: `"data":${data}${errorsMember(errors)}`, pending };
  };
}

/** Writes one deferred fragment as an entry of `incremental`; fragments deferred inside it join `pending`. */
export function serializeDeferred(
  fragment: PendingFragment,
  pending: PendingFragment[],
  bounds: RunBounds,
): string {
  const errors: GraphQLFormattedError[] = [];
  const writing: Writing = { path: [...fragment.path], errors, spread: false, pending, bounds };
  const data = fragment.write(fragment.object, writing) ?? 'null';
  const label = fragment.label === undefined ? '' : `,"label":${JSON.stringify(fragment.label)}`;
  return `{"data":${data},"path":${JSON.stringify(fragment.path)}${label}${errorsMember(errors)}}`;
}

/** `,"errors":[…]`, or nothing when there are none. */
export function errorsMember(errors: readonly GraphQLFormattedError[]): string {
  return errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
}

function compileRoot(operation: OperationDefinitionNode, scope: SerializerScope): WriteValue {
  const root = scope.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation} type.`);
  return compileComposite(root, [operation.selectionSet], scope, 0);
}
