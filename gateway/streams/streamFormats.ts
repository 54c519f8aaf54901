import type { StreamClosed } from './boundedStream.ts';
import { closingBody } from './boundedStream.ts';

/** How a stream of GraphQL responses is written on an HTTP connection. */
export interface StreamFormat {
  readonly contentType: string;
  readonly heartbeat: string;
  /** Written before the first event. */
  readonly open: string;
  event(body: string): string;
  /** The last bytes, after a stream that completed. */
  readonly done: string;
  /** The last bytes, after a stream we ended. */
  cut(closed: StreamClosed): string;
}

const sseEvent = (body: string): string => `event: next\ndata: ${body}\n\n`;
const sseDone = 'event: complete\ndata:\n\n';

/** Server-sent events as in graphql-sse's "distinct connections": one stream, one operation. */
export const eventStreamFormat: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  heartbeat: ':\n\n',
  open: ':\n\n',
  event: sseEvent,
  done: sseDone,
  cut: (closed) => sseEvent(closingBody(closed)) + sseDone,
};

const part = (json: string): string => `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--graphql`;

/** Apollo's multipart subscription protocol, version 1.0: each part closes with the next boundary, so nothing waits. */
export const subscriptionPartsFormat: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  heartbeat: part('{}'),
  open: '--graphql',
  event: (body) => part(`{"payload":${body}}`),
  done: '--\r\n',
  cut: (closed) => `${part(`{"payload":null,${closingBody(closed).slice(1)}`)}--\r\n`,
};

/** Incremental delivery of `@defer`, as Apollo clients read it (deferSpec=20220824). */
export const deferParts = {
  contentType: 'multipart/mixed;boundary="-";deferSpec=20220824',
  part: (json: string): string => `\r\n---\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${json}`,
  done: '\r\n-----\r\n',
} as const;
