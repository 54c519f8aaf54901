/**
 * One operation that a subgraph asks of another, with the types of its answer and its variables. Generated from
 * `subgraphs/<caller>/clients/<subgraph>.graphql`, so that it is valid against the SDL of that subgraph.
 */
export interface ClientDocument<Result, Variables> {
  /** Who answers it. */
  readonly subgraph: string;
  /** The operation, alone in its document. */
  readonly text: string;
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Result;
}
