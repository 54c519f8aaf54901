import type { IncomingMessage } from 'node:http';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { parseMediaType } from './mediaType.ts';

/** Any of these makes a browser ask first (a preflight), which a forged form or image cannot do. */
export const preflightHeaders = [
  'x-apollo-operation-name',
  'apollo-require-preflight',
  'graphql-require-preflight',
] as const;

const simpleTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', '']);

/**
 * Refuses a request that another site's page could have sent with the visitor's cookies without asking:
 * one with a "simple" content type and no header that forces a preflight.
 */
export function guardCsrf(req: IncomingMessage): void {
  const contentType = req.headers['content-type'];
  if (contentType === 'application/json') return;
  if (contentType !== undefined && !simpleTypes.has(parseMediaType(contentType).type)) return;
  if (preflightHeaders.some((name) => req.headers[name] !== undefined)) return;
  // A POST without a JSON body is refused as an unsupported media type, which says more.
  if (req.method === 'POST') return;
  throw new RequestFault(
    `This request could have been forged by another site. Send a non-empty ${preflightHeaders.join(' or ')} header.`,
    { status: 400, code: 'CSRF_PREVENTED' },
  );
}
