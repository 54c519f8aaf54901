import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { execute, parse, subscribe } from 'graphql';
import type {
  SubgraphCall,
  SubgraphResult,
  SubgraphTransport,
  TransportFactory,
} from '../../../gateway/engine/types.ts';
import type { Switches } from './shopGraph.ts';

const argsOf = (schema: GraphQLSchema, { operation, variables, scope }: SubgraphCall) => ({
  schema,
  document: parse(operation.query),
  variableValues: variables.values(),
  contextValue: { headers: scope.headers, identity: scope.identity },
});

const plain = (result: ExecutionResult): SubgraphResult =>
  JSON.parse(JSON.stringify(result)) as SubgraphResult;

/** Maps events by hand: a generator that waits for one could not be left. */
function events(source: AsyncIterable<ExecutionResult>): AsyncIterable<SubgraphResult> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      return {
        async next() {
          const step = await iterator.next();
          return step.done === true
            ? { done: true, value: undefined }
            : { done: false, value: plain(step.value) };
        },
        async return() {
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** Reaches schemas in this process. */
export const inProcessTransports =
  (schemas: Record<string, GraphQLSchema>, calls?: Switches['calls']): TransportFactory =>
  ({ name }): SubgraphTransport => {
    const schema = schemas[name] as GraphQLSchema;
    return {
      async fetch(call) {
        if (calls) calls[name as keyof typeof calls] += 1;
        return plain(await execute(argsOf(schema, call)));
      },
      async subscribe(call) {
        const source = await subscribe(argsOf(schema, call));
        if (Symbol.asyncIterator in source) return events(source);
        throw new Error(source.errors?.[0]?.message ?? 'no stream');
      },
      close: () => Promise.resolve(),
    };
  };
