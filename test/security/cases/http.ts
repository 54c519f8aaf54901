import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import { exchangeBytes } from '../rawHttp.ts';
import type { Target } from '../target.ts';

const kind = 'requests with two meanings';

async function isBadRequest(target: Target, body: string | Buffer): Promise<void> {
  const { status, text } = await target.post(body);
  expectThat(status === 400, `It was answered ${status} ${text.slice(0, 200)}.`);
}

const bodies: Readonly<Record<string, string | Buffer>> = {
  'a query twice': '{"query":"{ __typename }","query":"{ a: __typename }"}',
  'a query twice, once escaped': '{"query":"{ __typename }","\\u0071uery":"{ a: __typename }"}',
  'variables twice': '{"query":"{ __typename }","variables":{},"variables":{"a":1}}',
  'an operation name twice': '{"query":"query A { __typename }","operationName":"A","operationName":"A"}',
  'a variable twice': '{"query":"query($a: Int) { __typename }","variables":{"a":1,"a":2}}',
  'half a character in a query': '{"query":"{ a: __typename # \\ud800 \\n }"}',
  'half a character in a variable': '{"query":"{ __typename }","variables":{"a":"\\udc00"}}',
  'bytes that are not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
};

const addresses: Readonly<Record<string, string>> = {
  'a query twice in the address': 'query=%7B__typename%7D&query=%7Ba:__typename%7D',
  'variables twice in the address': 'query=%7B__typename%7D&variables=%7B%7D&variables=%7B%7D',
  'a key twice in variables of the address': 'query=%7B__typename%7D&variables=%7B%22a%22:1,%22a%22:2%7D',
  'an operation name twice in the address': 'query=query%20A%7B__typename%7D&operationName=A&operationName=A',
};

const rawPost = (headers: string): string => {
  const body = '{"query":"{ __typename }"}';
  return `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${headers}\r\n${body}`;
};

const statusOf = (answer: string): string => answer.slice(9, 12);

export const attacks: readonly Attack[] = [
  ...Object.entries(bodies).map(([name, body]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isBadRequest(target, body),
  })),
  ...Object.entries(addresses).map(([name, search]): Attack => ({
    name,
    kind,
    run: async (target) => {
      const answer = await fetch(`${target.url}/graphql?${search}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expectThat(
        answer.status === 400,
        `It was answered ${answer.status} ${(await answer.text()).slice(0, 200)}.`,
      );
    },
  })),
  {
    name: 'a good authorization header beside another',
    kind,
    short: true,
    run: async (target) => {
      const good = `authorization: Bearer ${target.token('admin')}\r\n`;
      for (const both of [
        `${good}Authorization: Bearer x\r\n`,
        `authorization: Basic eA==\r\n${good}`,
        good + good,
      ]) {
        const answer = await exchangeBytes(target.url, rawPost(both));
        expectThat(statusOf(answer) === '400', `It was answered ${answer.slice(0, 100)}.`);
      }
    },
  },
  {
    name: '2,000 headers',
    kind: 'slow and greedy clients',
    short: true,
    run: async (target) => {
      const headers = Array.from({ length: 2_000 }, (_, at) => `${at.toString(36)}: 1\r\n`).join('');
      const status = statusOf(await exchangeBytes(target.url, rawPost(headers)));
      expectThat(status === '431' || status === '400', `It was answered ${status}.`);
    },
  },
];
