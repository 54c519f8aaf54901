import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Execution } from '../compile/execution.ts';
import type { EngineResponse } from '../types.ts';
import type { SerializerScope } from './objectWriter.ts';
import { compileComposite } from './objectWriter.ts';
import type { Writing } from './writing.ts';

/** Turns gathered data into response text. */
export type Serialize = (execution: Execution) => EngineResponse;

/** Compiles the serializer of an operation. */
export function compileSerializer(operation: OperationDefinitionNode, scope: SerializerScope): Serialize {
  const root = scope.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation} type.`);
  const write = compileComposite(root, [{ set: operation.selectionSet, conditions: [] }], scope, 0);
  return (execution) => {
    const errors: GraphQLFormattedError[] = [];
    const writing: Writing = { variables: execution.variables, path: [], errors };
    const data = write(execution.data, writing) ?? 'null';
    if (!execution.errors.isEmpty) errors.push(...execution.errors.remaining());
    if (errors.length === 0) return { body: `{"data":${data}}`, outcome: 'ok' };
    return { body: `{"data":${data},"errors":${JSON.stringify(errors)}}`, outcome: 'errors' };
  };
}
