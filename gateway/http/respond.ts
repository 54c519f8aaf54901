import type { ServerResponse } from 'node:http';
import { faultBody } from './fault.ts';
import type { RequestFault } from './fault.ts';
import type { Accepted } from './negotiate.ts';

/** Content type of a JSON answer for this client; faults found before negotiation use plain JSON. */
export const contentTypeFor = (accepted: Accepted | undefined): string =>
  `${accepted?.single ?? 'application/json'}; charset=utf-8`;

/** Sends one whole JSON answer. */
export function sendJson(
  res: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers?: Readonly<Record<string, string>>,
): void {
  if (res.headersSent || res.destroyed) return;
  res.statusCode = status;
  if (headers !== undefined) for (const name in headers) res.setHeader(name, headers[name] as string);
  res.setHeader('content-type', contentType);
  res.setHeader('content-length', Buffer.byteLength(body));
  res.end(body);
}

/**
 * Status of a GraphQL answer without data. GraphQL over HTTP: a client of the old media type sees 200 for
 * whatever is a well-formed GraphQL answer, one of the new media type sees what happened.
 */
export const statusFor = (accepted: Accepted | undefined, status: number, wellFormed: boolean): number =>
  wellFormed && accepted?.single !== 'application/graphql-response+json' ? 200 : status;

/** Sends a refusal. */
export function sendFault(res: ServerResponse, fault: RequestFault, accepted: Accepted | undefined): void {
  const { status, headers, wellFormed } = fault.shape;
  const shown = statusFor(accepted, status, wellFormed ?? false);
  sendJson(res, shown, contentTypeFor(accepted), faultBody(fault), headers);
}
