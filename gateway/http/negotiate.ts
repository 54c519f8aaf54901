import { RequestFault } from '../../platform/http/requestFault.ts';
import type { MediaType } from './mediaType.ts';
import { parseAccept, parseMediaType } from './mediaType.ts';

/** How an answer may travel. A client may accept several; the operation decides which one is used. */
export interface Accepted {
  /** Content type of a single JSON answer; undefined when the client takes none. */
  readonly single?: 'application/json' | 'application/graphql-response+json';
  /** Server-sent events, one stream per operation. */
  readonly eventStream: boolean;
  /** `multipart/mixed;deferSpec=20220824`: deferred parts as they become ready. */
  readonly deferParts: boolean;
  /** `multipart/mixed;subscriptionSpec=1.0`: subscription events over plain HTTP. */
  readonly subscriptionParts: boolean;
}

const jsonOnly: Accepted = {
  single: 'application/json',
  eventStream: false,
  deferParts: false,
  subscriptionParts: false,
};
const graphqlResponse: Accepted = { ...jsonOnly, single: 'application/graphql-response+json' };

const singleType = (media: MediaType): Accepted['single'] => {
  switch (media.type) {
    case 'application/graphql-response+json':
      return 'application/graphql-response+json';
    case 'application/json':
    case 'application/*':
    case '*/*':
      return 'application/json';
    default:
      return undefined;
  }
};

/** What a client accepts; throws 406 when it is nothing this gateway can speak. */
export function negotiate(accept: string | undefined): Accepted {
  // The three headers nearly every client sends need no parsing.
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return jsonOnly;
  if (accept === 'application/graphql-response+json') return graphqlResponse;
  const media = parseAccept(accept);
  const single = media.map(singleType).find((type) => type !== undefined);
  const multipart = media.filter(({ type }) => type === 'multipart/mixed');
  const accepted: Accepted = {
    ...(single === undefined ? {} : { single }),
    eventStream: media.some(({ type }) => type === 'text/event-stream'),
    deferParts: multipart.some(({ params }) => params.get('deferspec') === '20220824'),
    subscriptionParts: multipart.some(({ params }) => params.get('subscriptionspec') === '1.0'),
  };
  if (single || accepted.eventStream || accepted.deferParts || accepted.subscriptionParts) return accepted;
  throw new RequestFault(
    'Nothing in the accept header can be served; ask for application/graphql-response+json or application/json.',
    { status: 406, code: 'NOT_ACCEPTABLE' },
  );
}

/** Refuses a POST whose body is not `application/json` in UTF-8. */
export function requireJsonBody(contentType: string | undefined): void {
  if (contentType === 'application/json') return;
  const media = parseMediaType(contentType ?? '');
  const charset = media.params.get('charset')?.toLowerCase() ?? 'utf-8';
  if (media.type === 'application/json' && (charset === 'utf-8' || charset === 'utf8')) return;
  throw new RequestFault('A POST request must have the content type application/json in UTF-8.', {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
}
