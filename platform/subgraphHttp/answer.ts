import type { GraphQLFormattedError } from 'graphql';

/** Response headers of one subgraph answer; a name that came several times (Set-Cookie) keeps every value. */
export type SubgraphHeaders = Readonly<Record<string, string | readonly string[]>>;

/** What a subgraph answered, as in the GraphQL response format. The receiver owns `data` and may change it. */
export interface SubgraphResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}
