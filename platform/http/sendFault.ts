import type { ServerResponse } from 'node:http';
import type { RequestFault } from './requestFault.ts';
import { faultBody } from './requestFault.ts';

/** Answers a refused request in JSON; an answer that has begun is cut off instead, so that nobody takes it for whole. */
export function sendFault(res: ServerResponse, requestId: string, fault: RequestFault): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const body = faultBody(fault);
  res.writeHead(fault.shape.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...fault.shape.headers,
  });
  res.end(body);
}
