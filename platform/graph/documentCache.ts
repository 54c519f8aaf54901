import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { withoutValues } from '../errors/clientMessage.ts';

/** A text that may be executed, or why not. */
export type CheckedDocument =
  { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** What the texts of one cache may take, characters: a document takes some sixty bytes for each. */
const mostCharacters = 500_000;
/** Longer texts are checked each time. */
const longestKept = 50_000;

/**
 * Parse and validate each text once; the gateway sends the same few hundred texts over and over. Bounded in number and
 * in size; what was used longest ago goes first.
 */
export function documentCache(schema: GraphQLSchema, maxEntries = 1_000): (query: string) => CheckedDocument {
  const cache = new Map<string, CheckedDocument>();
  let characters = 0;
  const forget = (query: string): void => {
    if (cache.delete(query)) characters -= query.length;
  };
  const keep = (query: string, checked: CheckedDocument): void => {
    if (query.length > longestKept) return;
    cache.set(query, checked);
    characters += query.length;
    for (const oldest of cache.keys()) {
      if (cache.size <= maxEntries && characters <= mostCharacters) return;
      forget(oldest);
    }
  };
  let newest: string | undefined;
  return (query) => {
    const known = cache.get(query);
    if (known === undefined) {
      const checked = check(schema, query);
      keep(query, checked);
      newest = query;
      return checked;
    }
    // Moved to the end, unless it is there: under load most texts are the last one.
    if (query !== newest) {
      cache.delete(query);
      cache.set(query, known);
      newest = query;
    }
    return known;
  };
}

function check(schema: GraphQLSchema, query: string): CheckedDocument {
  try {
    const document = parse(query, { maxTokens: 20_000, noLocation: true });
    const errors = validate(schema, document, undefined, { maxErrors: 10, hideSuggestions: true });
    return errors.length === 0 ? { document } : { errors: errors.map(asUserError) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [asUserError(error)] };
    throw error;
  }
}

function asUserError(error: GraphQLError): GraphQLError {
  return new GraphQLError(withoutValues(error.message), {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
