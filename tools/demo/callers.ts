import type { GraphClient } from '../client/graphClient.ts';

/** Everybody in the story. */
export interface Callers {
  readonly shopper: GraphClient;
  readonly agent: GraphClient;
  readonly associate: GraphClient;
  readonly admin: GraphClient;
  readonly partner: GraphClient;
}
