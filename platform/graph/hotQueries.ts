import {
  defaultFieldResolver,
  execute,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { compilableOperation } from './compilable.ts';

/** What a query needs to be executed; a context may serve one execution only. */
export type QueryArgs = Omit<ExecutionArgs, 'schema' | 'contextValue'> & { readonly context: () => object };

/** When queries are compiled. */
export interface HotQueryOptions {
  /** Executions after which a document is compiled. @default 100 */
  readonly hotAfter?: number;
  /** Documents with more fields, fragments spread out, are never compiled. @default 500 */
  readonly maxFields?: number;
}

/** Executes operations of one schema. */
export interface HotQueries {
  execute(args: QueryArgs): Promise<ExecutionResult>;
  /** Documents compiled so far. */
  readonly compiled: number;
}

interface Compiled {
  readonly operationName: string | undefined;
  readonly query: CompiledQuery['query'];
}

interface Heat {
  runs: number;
  /** Null when it is never to be compiled. */
  compiled: Compiled | null | undefined;
}

/**
 * Executes operations by graphql-js, and queries that come again and again as compiled code, which costs a fraction.
 * Only what goes well is taken from compiled code: at the first error of whatever kind the query is executed again by
 * graphql-js, which decides what the caller sees. Queries read, so that doing it twice changes nothing.
 */
export function createHotQueries(
  schema: GraphQLSchema,
  { hotAfter = 100, maxFields = 500 }: HotQueryOptions = {},
): HotQueries {
  resolveExplicitly(schema);
  const heats = new WeakMap<DocumentNode, Heat>();
  let count = 0;

  const compile = (document: DocumentNode): Compiled | null => {
    const operation = compilableOperation(schema, document, maxFields);
    if (operation === null) return null;
    const query = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(query)) return null;
    count++;
    return { operationName: operation.name?.value, query: query.query };
  };
  const compiledFor = ({ document, operationName }: QueryArgs): Compiled | null => {
    let heat = heats.get(document);
    if (heat === undefined) heats.set(document, (heat = { runs: 0, compiled: undefined }));
    if (heat.compiled === undefined && ++heat.runs > hotAfter) heat.compiled = compile(document);
    const compiled = heat.compiled ?? null;
    return operationName == null || operationName === compiled?.operationName ? compiled : null;
  };
  const executePlainly = async ({ context, ...args }: QueryArgs): Promise<ExecutionResult> =>
    execute({ ...args, schema, contextValue: context() });

  return {
    get compiled() {
      return count;
    },
    execute: async (args) => {
      const compiled = compiledFor(args);
      if (compiled === null) return executePlainly(args);
      try {
        const result = (await compiled.query(
          args.rootValue,
          args.context(),
          args.variableValues,
        )) as ExecutionResult;
        if (result.errors === undefined || result.errors.length === 0) return result;
      } catch {
        // Whatever it was, graphql-js finds it too and says it in the proper form.
      }
      return executePlainly(args);
    },
  };
}

/**
 * Gives objects and lists that are plain members of their parent the resolver graphql-js would use anyway: compiled
 * code reads members without a resolver directly, and would take a promise or a method for the value itself. (A leaf
 * that is one fails to serialise, and is thus left to graphql-js.)
 */
function resolveExplicitly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isLeaf = !isCompositeType(getNamedType(field.type)) && !isListType(getNullableType(field.type));
      if (!isLeaf) field.resolve ??= defaultFieldResolver;
    }
  }
}
