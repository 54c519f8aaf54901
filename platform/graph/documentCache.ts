import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

/** A text that may be executed, or why not. */
export type CheckedDocument =
  { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Parse and validate each text once; the gateway sends the same few hundred texts over and over. */
export function documentCache(schema: GraphQLSchema, maxEntries = 1_000): (query: string) => CheckedDocument {
  const cache = new Map<string, CheckedDocument>();
  return (query) => {
    const known = cache.get(query);
    if (known !== undefined) return known;
    const checked = check(schema, query);
    if (cache.size >= maxEntries) cache.delete(cache.keys().next().value ?? '');
    cache.set(query, checked);
    return checked;
  };
}

function check(schema: GraphQLSchema, query: string): CheckedDocument {
  try {
    const document = parse(query, { maxTokens: 20_000 });
    const errors = validate(schema, document);
    return errors.length === 0 ? { document } : { errors: errors.map(asUserError) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [asUserError(error)] };
    throw error;
  }
}

function asUserError(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
