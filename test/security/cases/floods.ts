import { createHash } from 'node:crypto';
import { startApplication, scratchDir } from '../../support/applicationProcess.ts';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import { send } from '../target.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const conditions = Array.from({ length: 12 }, (_, at) => `$v${at}: Boolean!`).join(' ');
const conditional = `query(${conditions}) { ${Array.from(
  { length: 12 },
  (_, at) => `a${at}: __typename @include(if: $v${at})`,
).join(' ')} }`;
const choice = (at: number): Record<string, boolean> =>
  Object.fromEntries(Array.from({ length: 12 }, (_, bit) => [`v${bit}`, ((at >> bit) & 1) === 1]));

/** What is sent again and again, each kind from an address of its own; every one must spend its budget. */
const floods: Readonly<Record<string, (at: number) => unknown>> = {
  'hashes of persisted queries that nobody knows': (at) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(String(at)) } },
  }),
  'hashes that do not fit their text': () => ({
    query: '{ __typename }',
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('another') } },
  }),
  'texts that are refused': (at) => ({ query: `{ unknown${at} ${'x '.repeat(100)} }` }),
  'one text with another choice of conditions each time': (at) => ({
    query: conditional,
    variables: choice(at),
  }),
  'one document for another operation each time': (at) => ({
    query: Array.from({ length: 49 }, (_, of) => `query Q${of} { a${of}: __typename }`).join(' '),
    operationName: `Q${at % 49}`,
  }),
  'names of operations that are not there': (at) => ({
    query: 'query A { __typename }',
    operationName: `B${at}`,
  }),
};
const most = 150;

export const attacks: readonly Attack[] = [
  {
    name: `${Object.keys(floods).length} kinds of request, each ${most} times`,
    kind: 'floods that budgets end',
    patienceMs: 180_000,
    run: async () => {
      const data = scratchDir();
      const { process: child, url } = await startApplication(data.dir, ['--empty'], {
        GATEWAY_BUDGET: 'true',
        GATEWAY_BUDGET_REQUESTS: String(most - 20),
        GATEWAY_BUDGET_COST: '20000',
        GATEWAY_TRUSTED_PROXIES: '1',
      });
      try {
        for (const [at, [name, bodyOf]] of Object.entries(floods).entries()) {
          const headers = { 'x-forwarded-for': `203.0.113.${at + 1}` };
          const statuses: number[] = [];
          for (let round = 0; round < most && !statuses.includes(429); round++)
            statuses.push((await send(`${url}/graphql`, JSON.stringify(bodyOf(round)), headers)).status);
          expectThat(statuses.includes(429), `${most} ${name} were answered.`);
          expectThat(statuses.length > 3, `Honest callers are refused ${name} after ${statuses.length}.`);
          expectThat(
            statuses.every((status) => status < 500),
            `${name} were answered ${statuses.join(', ')}.`,
          );
        }
      } finally {
        await child.stop('SIGKILL');
        data.remove();
      }
    },
  },
];
