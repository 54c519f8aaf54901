import { gzipSync } from 'node:zlib';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import { exchangeBytes, statusesOf } from '../rawHttp.ts';
import type { Target } from '../target.ts';

const kind = 'requests with two meanings';
const query = '{"query":"{ __typename }"}';
const start = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
/** A second request that must never be one: it would be read by whoever comes next on a proxy's line. */
const smuggled = `GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n`;

/** Refused as a whole: one answer of 4xx, and nothing behind it is taken for a request. */
async function isRefusedOnce(target: Target, bytes: string | Buffer): Promise<void> {
  const answer = await exchangeBytes(target.url, bytes);
  const statuses = statusesOf(answer);
  expectThat(
    statuses.length === 1 && (statuses[0] ?? 0) >= 400 && (statuses[0] ?? 0) < 500,
    `It was answered ${statuses.join(', ') || 'nothing'}: ${answer.slice(0, 200)}.`,
  );
}

const refused: Readonly<Record<string, string>> = {
  'a length beside chunks': `${start}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  'chunks beside a length': `${start}transfer-encoding: chunked\r\ncontent-length: ${query.length}\r\n\r\n${chunk(query)}0\r\n\r\n${smuggled}`,
  'two lengths': `${start}content-length: ${query.length}\r\ncontent-length: 5\r\n\r\n${query}${smuggled}`,
  'a length with a sign': `${start}content-length: +${query.length}\r\n\r\n${query}${smuggled}`,
  'a length with a comma': `${start}content-length: ${query.length}, ${query.length}\r\n\r\n${query}${smuggled}`,
  'chunks that are not the last coding': `${start}transfer-encoding: chunked, identity\r\n\r\n${chunk(query)}0\r\n\r\n${smuggled}`,
  'a coding nobody knows': `${start}transfer-encoding: xchunked\r\n\r\n${chunk(query)}0\r\n\r\n${smuggled}`,
  'a coding with a tab before it': `${start}transfer-encoding:\tchunked\x0b\r\n\r\n${chunk(query)}0\r\n\r\n${smuggled}`,
  'a space before the colon': `${start}content-length : ${query.length}\r\n\r\n${query}${smuggled}`,
  'a header name of other letters': `${start}authorizatïon: x\r\ncontent-length: ${query.length}\r\n\r\n${query}`,
  'a line that goes on': `${start}x-a: 1\r\n  continued: 2\r\ncontent-length: ${query.length}\r\n\r\n${query}${smuggled}`,
  'a header with a NUL': `${start}x-a: a\0b\r\ncontent-length: ${query.length}\r\n\r\n${query}`,
  'a lone carriage return': `${start}x-a: a\rauthorization: x\r\ncontent-length: ${query.length}\r\n\r\n${query}`,
  'a chunk size that overflows': `${start}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n${query}`,
  'a chunk extension of 100 KB': `${start}transfer-encoding: chunked\r\n\r\n1;${'x'.repeat(100_000)}\r\n{\r\n0\r\n\r\n`,
  'a version nobody speaks': `POST /graphql HTTP/3.7\r\nhost: x\r\n\r\n`,
  'no host': `POST /graphql HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: ${query.length}\r\nconnection: close\r\n\r\n${query}`,
  'an address of 40 KB': `GET /graphql?query=${'x'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
};

const close = 'connection: close\r\n';
const asTypes: Readonly<Record<string, readonly [headers: string, body: string | Buffer]>> = {
  'a form': ['content-type: application/x-www-form-urlencoded\r\n', 'query=%7B__typename%7D'],
  'parts of a form': [
    'content-type: multipart/form-data; boundary=b\r\n',
    `--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${query}\r\n--b--\r\n`,
  ],
  'plain text': ['content-type: text/plain\r\n', query],
  'no type': ['', query],
  'UTF-16': ['content-type: application/json; charset=utf-16\r\n', Buffer.from(query, 'utf16le')],
  'UTF-16 that says UTF-8': ['content-type: application/json\r\n', Buffer.from(query, 'utf16le')],
  'a gzip bomb': [
    'content-type: application/json\r\ncontent-encoding: gzip\r\n',
    gzipSync(`{"query":"{ __typename }${' '.repeat(100_000_000)}"}`),
  ],
  'several codings': [
    'content-type: application/json\r\ncontent-encoding: identity, gzip\r\n',
    gzipSync(query),
  ],
  'a batch': ['content-type: application/json\r\n', `[${query},${query}]`],
  'variables as a text': [
    'content-type: application/json\r\n',
    '{"query":"{ __typename }","variables":"{}"}',
  ],
  'variables as a list': ['content-type: application/json\r\n', '{"query":"{ __typename }","variables":[]}'],
  'an operation name that is a list': [
    'content-type: application/json\r\n',
    '{"query":"query A { __typename }","operationName":["A"]}',
  ],
  'an operation nobody defined': [
    'content-type: application/json\r\n',
    '{"query":"query A { __typename }","operationName":"__proto__"}',
  ],
  'two operations and no name': [
    'content-type: application/json\r\n',
    '{"query":"query A { __typename } query B { __typename }"}',
  ],
  'two operations of one name': [
    'content-type: application/json\r\n',
    '{"query":"query A { __typename } query A { a: __typename }","operationName":"A"}',
  ],
  'a mark of byte order before it': ['content-type: application/json\r\n', `\ufeff${query}`],
  'a NUL behind it': ['content-type: application/json\r\n', `${query}\0`],
  'a NUL in the text': ['content-type: application/json\r\n', '{"query":"{ __typename \\u0000 }"}'],
  'half a character as a key': [
    'content-type: application/json\r\n',
    '{"query":"{ __typename }","variables":{"\\ud800":1}}',
  ],
  'a key twice deep in variables': [
    'content-type: application/json\r\n',
    '{"query":"{ __typename }","variables":{"a":[{"b":{"c":1,"\\u0063":2}}]}}',
  ],
  'a key twice in extensions': [
    'content-type: application/json\r\n',
    '{"query":"{ __typename }","extensions":{"a":{"b":1,"b":2}}}',
  ],
};

const requestOf = ([headers, body]: readonly [string, string | Buffer]): Buffer =>
  Buffer.concat([
    Buffer.from(
      `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: application/graphql-response+json\r\n${close}${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);

export const attacks: readonly Attack[] = [
  ...Object.entries(refused).map(([name, bytes]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isRefusedOnce(target, bytes),
  })),
  ...Object.entries(asTypes).map(([name, request]): Attack => ({
    name: `a body that is ${name}`,
    kind,
    run: (target) => isRefusedOnce(target, requestOf(request)),
  })),
  {
    name: 'credentials in a trailer',
    kind,
    run: async (target) => {
      const body = '{"query":"{ orders(first: 1) { edges { cursor } } }"}';
      const trailer = `authorization: Bearer ${target.token('admin')}\r\n`;
      const answer = await exchangeBytes(
        target.url,
        `${start}${close}trailer: authorization\r\ntransfer-encoding: chunked\r\n\r\n${chunk(body)}0\r\n${trailer}\r\n`,
      );
      expectThat(answer.includes('UNAUTHENTICATED'), `It was answered ${answer.slice(0, 300)}.`);
    },
  },
  {
    name: 'a query in the address and another in the body',
    kind,
    run: async (target) => {
      const body = '{"query":"{ body: __typename }"}';
      const address = '/graphql?query=%7Baddress:__typename%7D';
      const answer = await exchangeBytes(
        target.url,
        `GET ${address} HTTP/1.1\r\nhost: x\r\n${close}apollo-require-preflight: 1\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      expectThat(
        statusesOf(answer).length === 1 && !answer.includes('"body"'),
        `It was answered ${answer.slice(0, 300)}.`,
      );
    },
  },
  {
    name: 'a change by GET, whatever the headers say',
    kind,
    run: async (target) => {
      const search = new URLSearchParams({
        query: 'mutation { createCart(input: { currency: "EUR" }) { id } }',
      });
      const answer = await fetch(`${target.url}/graphql?${search.toString()}`, {
        headers: {
          'apollo-require-preflight': '1',
          'x-http-method-override': 'POST',
          authorization: `Bearer ${target.token('shopper')}`,
        },
      });
      expectThat(answer.status === 405, `It was answered ${answer.status}.`);
    },
  },
  {
    name: '3,000 requests at once on one line',
    kind: 'slow and greedy clients',
    run: async (target) => {
      // Of a subgraph that says nothing, so that they wait.
      const gateway = await target.fedGateway();
      gateway.feed(() => undefined);
      const body = '{"query":"{ item { id } }"}';
      const request = `${start}content-length: ${body.length}\r\n\r\n${body}`;
      const statuses = statusesOf(await exchangeBytes(gateway.url, request.repeat(3_000)));
      const begun = statuses.filter((status) => status === 200).length;
      expectThat(statuses.includes(429) && begun < 100, `${begun} of 3,000 were begun.`);
    },
  },
  {
    name: 'a body that is announced and never sent',
    kind: 'slow and greedy clients',
    run: async (target) => {
      const began = performance.now();
      const answer = await exchangeBytes(
        target.url,
        `${start}content-length: 200000\r\nexpect: 100-continue\r\n\r\n`,
      );
      expectThat(performance.now() - began < 19_000, 'The line was open for 19 s.');
      expectThat(!statusesOf(answer).includes(200), `It was answered ${answer.slice(0, 100)}.`);
    },
  },
  {
    name: 'a body of 300 KB in chunks',
    kind: 'slow and greedy clients',
    short: true,
    run: (target) =>
      isRefusedOnce(
        target,
        `${start}transfer-encoding: chunked\r\n\r\n${chunk('x'.repeat(65_000)).repeat(5)}0\r\n\r\n`,
      ),
  },
];
