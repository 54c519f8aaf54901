import type { ServerResponse } from 'node:http';
import { faultBody } from '../../platform/http/requestFault.ts';
import type { RequestFault } from '../../platform/http/requestFault.ts';
import type { Accepted } from './negotiate.ts';

/** Headers of an answer, lower-case names. */
export type AnswerHeaders = Readonly<Record<string, string>>;

const contentTypes = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
} as const;

/** Content type of a JSON answer for this client; faults found before negotiation use plain JSON. */
export const contentTypeFor = (accepted: Accepted | undefined): string =>
  contentTypes[accepted?.single ?? 'application/json'];

/** Marks an answer that is not sent by `sendJson` with what every answer carries. */
export function stamp(res: ServerResponse, requestId: string): void {
  if (res.headersSent) return;
  res.setHeader('x-request-id', requestId);
  res.setHeader('cache-control', 'no-store');
}

/** One whole JSON answer. */
export interface JsonAnswer {
  readonly requestId: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: AnswerHeaders | undefined;
}

/** Sends one whole JSON answer. The head is written in one go: setting headers one by one costs more than the rest. */
export function sendJson(res: ServerResponse, answer: JsonAnswer): void {
  if (res.headersSent || res.destroyed) return;
  const { body, headers } = answer;
  const head = [
    'x-request-id',
    answer.requestId,
    'cache-control',
    'no-store',
    'content-type',
    answer.contentType,
    'content-length',
    String(Buffer.byteLength(body)),
  ];
  for (const name in headers) head.push(name, headers[name] as string);
  res.writeHead(answer.status, head);
  res.end(body);
}

/**
 * Status of a GraphQL answer without data. GraphQL over HTTP: a client of the old media type sees 200 for
 * whatever is a well-formed GraphQL answer, one of the new media type sees what happened.
 */
export const statusFor = (accepted: Accepted | undefined, status: number, wellFormed: boolean): number =>
  wellFormed && accepted?.single !== 'application/graphql-response+json' ? 200 : status;

/** Sends a refusal. */
export function sendFault(
  res: ServerResponse,
  requestId: string,
  fault: RequestFault,
  accepted: Accepted | undefined,
): void {
  const { status, headers, wellFormed } = fault.shape;
  const shown = statusFor(accepted, status, wellFormed ?? false);
  sendJson(res, {
    requestId,
    status: shown,
    contentType: contentTypeFor(accepted),
    body: faultBody(fault),
    headers,
  });
}
