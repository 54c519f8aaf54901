import type { SubgraphResult } from './answer.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** Reads a GraphQL response that came with an HTTP status; anything else is a `SubgraphUnavailable`. */
export function readAnswer(status: number, text: string): SubgraphResult {
  const result = parseResult(text);
  if (result) return result;
  if (status >= 500) {
    throw new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', `The subgraph answered with status ${status}.`);
  }
  const said = status === 200 ? 'a body that is not a GraphQL response' : `status ${status}`;
  throw new SubgraphUnavailable('SUBGRAPH_BAD_ANSWER', `The subgraph answered with ${said}.`);
}

/** A GraphQL response from its text, or undefined when the text is none. */
export function parseResult(text: string): SubgraphResult | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const { data, errors } = value as SubgraphResult;
  if (data === undefined && !Array.isArray(errors)) return undefined;
  if (typeof data !== 'object' && data !== undefined) return undefined;
  return value;
}
