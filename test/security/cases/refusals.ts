import type { Attack } from '../attack.ts';
import { waitFor } from '../../support/waitFor.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const secrets = ['4111111111111111', 'hunter2-password', 'eyJhbGciOiJIUzI1NiJ9.e30.c2VjcmV0'];
const [card, password, token] = secrets as [string, string, string];

/** A refusal is small, and repeats nothing of what came. */
async function isDiscreet(target: Target, body: string): Promise<void> {
  const { json, text } = await target.post(body);
  expectThat(json.data == null && json.errors !== undefined, `It was answered ${text.slice(0, 200)}.`);
  expectThat(json.errors.length <= 10, `The answer has ${json.errors.length} errors.`);
  expectThat(Buffer.byteLength(text) <= 8_192, `The answer has ${text.length} characters.`);
  for (const secret of secrets) expectThat(!text.includes(secret), `The answer repeats ${secret}.`);
  expectThat(!text.includes('Did you mean'), `The answer hints: ${text.slice(0, 300)}.`);
}

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const cart = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const withVariables = (query: string, variables: unknown): string => JSON.stringify({ query, variables });
const only = (query: string): string => JSON.stringify({ query });

const bodies: Readonly<Record<string, string>> = {
  '300 unknown fields': only(`{ ${many(300, (at) => `unknown${at}`)} }`),
  '9,000 unknown fields': only(`{ ${many(9_000, (at) => `u${at}`)} }`),
  'names of 20,000 letters': only(`{ ${'a'.repeat(20_000)} }`),
  '40,000 wrong list elements': withVariables(cart, {
    input: { currency: 'EUR', lines: Array(40_000).fill('x') },
  }),
  '6,000 incomplete inputs': withVariables(cart, {
    input: { currency: 'EUR', lines: Array(6_000).fill({}) },
  }),
  'a card number for an integer': withVariables(
    'query($n: Int) { products(first: $n) { edges { cursor } } }',
    { n: card },
  ),
  'a password for an enum': withVariables(
    'query($k: LocationKind) { locations(kind: $k) { edges { cursor } } }',
    { k: password },
  ),
  'a token for an object': withVariables(cart, { input: token }),
  'a token for a member': withVariables(cart, {
    input: { currency: [token], lines: [{ sku: { a: token }, quantity: card }] },
  }),
  'a card number as a literal': only(`{ products(first: "${card}") { edges { cursor } } }`),
  'a password as an enum literal': only(`{ locations(kind: "${password}") { edges { cursor } } }`),
  'a token in a wrong place of the text': only(`{ products "${token}" }`),
  'a token as a default value': only(
    `query($n: Int = "${token}") { products(first: $n) { edges { cursor } } }`,
  ),
  'a misspelt field': only('{ product { edges { cursor } } prodcts { id } }'),
  'a misspelt argument': only('{ products(frst: 1) { edges { cursor } } }'),
  'a missing sub-selection': only('{ products }'),
  'a misspelt enum value': only('{ locations(kind: STOR) { edges { cursor } } }'),
  'a misspelt enum value in a variable': withVariables(
    'query($k: LocationKind) { locations(kind: $k) { edges { cursor } } }',
    { k: 'STOR' },
  ),
  'a misspelt input field': withVariables(cart, { input: { currncy: 'EUR', lines: [] } }),
  'a misspelt type': only('query($k: LocatonKind) { __typename }'),
};

const log = 'what the log keeps';

export const attacks: readonly Attack[] = [
  ...Object.entries(bodies).map(([name, body]): Attack => ({
    name,
    kind: 'answers that tell too much',
    short: true,
    run: (target) => isDiscreet(target, body),
  })),
  {
    name: 'figures of the inside for anybody behind a proxy',
    kind: 'answers that tell too much',
    short: true,
    run: async (target) => {
      for (const path of ['/metrics', '/metrics/subgraphs', '/metrics/']) {
        const { status } = await fetch(target.url + path, { headers: { 'x-forwarded-for': '203.0.113.9' } });
        expectThat(status === 404, `${path} was answered ${status}.`);
      }
    },
  },
  {
    name: 'a refusal leaves one entry, without secrets',
    kind: log,
    short: true,
    run: async (target) => {
      const headers = { 'x-request-id': `audit-${target.pid}-1` };
      await target.post(withVariables(cart, { input: token }), {
        ...headers,
        authorization: `Bearer ${token}`,
      });
      const entries = () =>
        target
          .output()
          .split('\n')
          .filter((line) => line.includes(headers['x-request-id'])).length;
      await waitFor('the entry', () => entries() > 0, { timeoutMs: 10_000 });
      expectThat(entries() === 1, `The log has ${entries()} entries.`);
      for (const secret of secrets) expectThat(!target.output().includes(secret), 'The log has the secret.');
    },
  },
  {
    name: 'a flood of refusals is sampled',
    kind: log,
    run: async (target) => {
      const before = target.output().length;
      for (let round = 0; round < 20; round++)
        await Promise.all(
          Array.from({ length: 40 }, (_, at) => target.post(only(`{ flood${round}x${at} }`))),
        );
      const entries = target
        .output()
        .slice(before)
        .split('\n')
        .filter((line) => line.includes('request refused')).length;
      expectThat(entries > 0, 'The log has no entry.');
      expectThat(entries < 400, `The log has ${entries} entries.`);
    },
  },
];
