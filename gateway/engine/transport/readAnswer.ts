import type { SubgraphHeaders, SubgraphResult } from '../types.ts';
import type { PostAnswer } from './postText.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** Reads a GraphQL response; anything else is a `SubgraphUnavailable`. */
export function readAnswer(answer: PostAnswer): SubgraphResult {
  const result = parseResult(answer.text);
  if (result) return result;
  if (answer.status >= 500) {
    throw new SubgraphUnavailable(
      'SUBGRAPH_UNAVAILABLE',
      `The subgraph answered with status ${answer.status}.`,
    );
  }
  const said = answer.status === 200 ? 'something that is no GraphQL response' : `status ${answer.status}`;
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

/** Headers as names (lower case) and values; repeated ones keep every value. */
export function readHeaders(rawHeaders: readonly Buffer[]): SubgraphHeaders {
  const headers: Record<string, string | string[]> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as Buffer).toString('latin1').toLowerCase();
    const value = (rawHeaders[index + 1] as Buffer).toString('latin1');
    const known = headers[name];
    if (known === undefined) headers[name] = value;
    else if (typeof known === 'string') headers[name] = [known, value];
    else known.push(value);
  }
  return headers;
}
