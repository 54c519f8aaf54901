import { readJson } from '../../platform/http/readJson.ts';
import { badRequest } from '../../platform/http/requestFault.ts';

/** The parameters of GraphQL over HTTP, checked for shape only. */
export interface GraphqlParams {
  /** Absent only when a persisted operation is named. */
  query?: string;
  /** Names an operation of the safelist, or `sha256:<hash>` of its text. */
  documentId?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function optionalText(
  source: Record<string, unknown>,
  name: 'query' | 'operationName' | 'documentId',
): string | undefined {
  const value = source[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest(`"${name}" must be a string.`);
  return value;
}

function optionalMap(source: Record<string, unknown>, name: 'variables' | 'extensions') {
  const value = source[name];
  if (value === undefined || value === null) return undefined;
  if (!isMap(value)) throw badRequest(`"${name}" must be a map.`);
  return value;
}

/** Checks the shape of request parameters from a JSON body, a query string or a socket message. */
export function readParams(source: unknown): GraphqlParams {
  if (Array.isArray(source)) {
    throw badRequest('Batched requests are not accepted; send one operation per request.');
  }
  if (!isMap(source)) throw badRequest('The request must be a JSON object.');
  const params: GraphqlParams = {};
  const query = optionalText(source, 'query');
  const documentId = optionalText(source, 'documentId');
  const operationName = optionalText(source, 'operationName');
  const variables = optionalMap(source, 'variables');
  const extensions = optionalMap(source, 'extensions');
  if (query !== undefined && query !== '') params.query = query;
  if (documentId !== undefined && documentId !== '') params.documentId = documentId;
  if (operationName !== undefined && operationName !== '') params.operationName = operationName;
  if (variables !== undefined) params.variables = variables;
  if (extensions !== undefined) params.extensions = extensions;
  const persisted = params.documentId !== undefined || extensions?.['persistedQuery'] !== undefined;
  if (params.query === undefined && !persisted) {
    throw badRequest('A request must have a non-empty "query", or name a persisted operation.');
  }
  return params;
}

/** Parameters of a POST body. */
export const paramsFromBody = (body: string): GraphqlParams => readParams(readJson(body, 'The request body'));

/** Parameters of a GET request's query string, in which maps are JSON texts. */
export function paramsFromQuery(search: URLSearchParams): GraphqlParams {
  const source: Record<string, unknown> = {};
  const names = new Set<string>();
  for (const name of search.keys()) {
    if (names.has(name)) throw badRequest('The address names a parameter twice.');
    names.add(name);
  }
  for (const name of ['query', 'operationName', 'documentId'] as const) {
    if (search.has(name)) source[name] = search.get(name);
  }
  for (const name of ['variables', 'extensions'] as const) {
    const text = search.get(name);
    if (text !== null && text !== '') source[name] = readJson(text, `"${name}"`);
  }
  return readParams(source);
}
