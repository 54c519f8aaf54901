import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const kind = 'tokens';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function isRefused(target: Target, authorization: string): Promise<void> {
  const { status, text } = await target.ask('{ __typename }', { headers: { authorization } });
  // The battery brings many bad tokens from one address: after some of them none is looked at any more.
  expectThat(status === 401 || status === 429, `It was answered ${status} ${text.slice(0, 200)}.`);
}

const forgeries: Readonly<Record<string, (token: string) => string>> = {
  'padding at the end': (token) => `Bearer ${token}=`,
  'padding of a part': (token) => `Bearer ${token.replace('.', '=.')}`,
  'the other alphabet': (token) => {
    const [head, body, signature = ''] = token.split('.');
    return `Bearer ${head}.${body}.${signature.replace(/-/g, '+').replace(/_/g, '/')}==`;
  },
  'spare bits in the signature': (token) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1) ?? '');
    return `Bearer ${token.slice(0, -1)}${alphabet[last ^ 1]}`;
  },
  'no signature': (token) => `Bearer ${token.split('.').slice(0, 2).join('.')}.`,
  'the algorithm none': (token) => `Bearer ${encode({ alg: 'none', typ: 'at+jwt' })}.${token.split('.')[1]}.`,
  'another body': (token) => {
    const [head, , signature] = token.split('.');
    return `Bearer ${head}.${encode({ sub: 'x', kind: 'admin', exp: 9_999_999_999 })}.${signature}`;
  },
  'two tokens': (token) => `Bearer ${token} ${token}`,
  'another scheme': (token) => `Basic ${token}`,
  'a token of 12 KB': () => `Bearer ${'a'.repeat(4_000)}.${'b'.repeat(4_000)}.${'c'.repeat(4_000)}`,
};

export const attacks: readonly Attack[] = [
  ...Object.entries(forgeries).map(([name, forge]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isRefused(target, forge(target.token('shopper'))),
  })),
  {
    name: '200 bad tokens from one address',
    kind,
    run: async (target) => {
      const statuses: number[] = [];
      for (let at = 0; at < 200; at++) {
        const authorization = `Bearer ${encode({ alg: 'ES256', typ: 'at+jwt', kid: `k${at}` })}.${encode({ at })}.${'A'.repeat(86)}`;
        statuses.push((await target.ask('{ __typename }', { headers: { authorization } })).status);
      }
      expectThat(statuses.at(-1) === 429, `The last one was answered ${statuses.at(-1)}.`);
      expectThat(!statuses.includes(200), 'One of them was believed.');
    },
  },
];
