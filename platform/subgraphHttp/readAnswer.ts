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
  return isResult(value) ? value : undefined;
}

/** Whether a value has the shape of a GraphQL response, down to its errors. */
function isResult(value: unknown): value is SubgraphResult {
  if (!isObject(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (errors === undefined || errors === null) return data === null || isObject(data);
  if (data !== undefined && data !== null && !isObject(data)) return false;
  return Array.isArray(errors) && errors.every(isError);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isError(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { path, extensions } = value as { path?: unknown; extensions?: unknown };
  const isPath = path === undefined || path === null || (Array.isArray(path) && path.every(isKey));
  return isPath && (extensions === undefined || extensions === null || isObject(extensions));
}

const isKey = (key: unknown): boolean => typeof key === 'string' || typeof key === 'number';
