import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { FedGateway, SubgraphAnswer } from '../fedGateway.ts';
import type { Target } from '../target.ts';
import { isServed } from './lyingAnswers.ts';

const kind = 'subgraphs that misbehave';
const query = '{ item { id name } }';

async function errorsOf(target: Target, answer: string | SubgraphAnswer): Promise<string> {
  const gateway = await target.fedGateway();
  await isServed(gateway);
  gateway.feed(answer);
  const { json, text } = await gateway.ask(query);
  expectThat(json.errors !== undefined, `It was answered ${text.slice(0, 200)}.`);
  return text;
}

const insides = [
  'connect ECONNREFUSED 10.1.2.3:27017',
  'MongoServerError: E11000 duplicate key error',
  "ENOENT: no such file or directory, open '/srv/app/config.json'",
  'mongodb://user:pw@db.internal/orders cannot be reached',
  'TypeError at resolve (/home/app/x.js:1:2)',
];
const coded = (message: string, extensions: object): string =>
  JSON.stringify({ data: { item: null }, errors: [{ message, path: ['item'], extensions }] });

const masks = insides.flatMap((inside, at): Attack[] => [
  {
    name: `a coded error with the words of a driver (${at})`,
    kind,
    short: at === 0,
    run: async (target) => {
      const text = await errorsOf(target, coded(inside, { code: 'NOT_FOUND' }));
      expectThat(!text.includes(inside), `The client read ${text}.`);
    },
  },
  {
    name: `a coded error with the words of a driver beside its code (${at})`,
    kind,
    run: async (target) => {
      const text = await errorsOf(
        target,
        coded('There is none.', { code: 'NOT_FOUND', cause: { deep: [inside] } }),
      );
      expectThat(!text.includes(inside), `The client read ${text}.`);
    },
  },
]);

const shapes: Readonly<Record<string, string>> = {
  'no JSON': '<html>oops</html>',
  'a list': '[1]',
  'a text': '"yes"',
  nothing: '',
  'an object in place of a text': '{"data":{"item":{"__typename":"Item","id":"1","name":{"a":1}}}}',
  'a list in place of an object': '{"data":{"item":[1]}}',
  'a number in place of an object': '{"data":{"item":7}}',
  'a null where there may be none': '{"data":{"item":{"__typename":"Item","id":null}}}',
  'data that is a text': '{"data":"x"}',
  'data that is a list': '{"data":[{"item":null}]}',
  'errors that are a text': '{"data":{"item":null},"errors":"no"}',
  'errors that are an object': '{"data":{"item":null},"errors":{"length":1}}',
  'an error that is a number': '{"data":{"item":null},"errors":[7]}',
  'an error that is null': '{"data":{"item":null},"errors":[null]}',
  'an error whose path is a text': '{"data":{"item":null},"errors":[{"message":"x","path":"item"}]}',
  'an error whose path has an object':
    '{"data":{"item":null},"errors":[{"message":"x","path":[{"length":3}]}]}',
  'an error whose extensions are a list':
    '{"data":{"item":null},"errors":[{"message":"x","extensions":[1]}]}',
  'a list in place of a text': '{"data":{"item":{"__typename":"Item","id":"1","name":["a"]}}}',
  'a type that is unknown': '{"data":{"item":{"__typename":"Nothing","id":{"a":1}}}}',
};

async function fillsMemory(gateway: FedGateway): Promise<void> {
  const item = `{"__typename":"Item","id":"1","name":"${'x'.repeat(1_000)}"}`;
  gateway.feed(`{"data":{"items":[${Array(7_000).fill(item).join()}]}}`);
  const { json, text } = await gateway.ask('{ items { id name } }');
  const code = json.errors?.[0]?.extensions?.['code'];
  expectThat(String(code).startsWith('SUBGRAPH_'), `7 MB were answered ${text.slice(0, 100)}.`);
}

export const attacks: readonly Attack[] = [
  ...masks,
  ...Object.entries(shapes).map(([name, answer]): Attack => ({
    name: `an answer that is ${name}`,
    kind,
    run: async (target) => {
      const text = await errorsOf(target, answer);
      expectThat(/"code":"SUBGRAPH_\w+"/.test(text), `The client read ${text}.`);
    },
  })),
  {
    name: 'an answer that never comes',
    kind,
    run: async (target) => {
      const began = performance.now();
      const text = await errorsOf(target, () => undefined);
      expectThat(text.includes('SUBGRAPH_TIMEOUT'), `The client read ${text}.`);
      expectThat(performance.now() - began < 7_000, 'The client waited for more than 7 s.');
    },
  },
  {
    name: 'an answer that nests 100,000 levels deep',
    kind,
    run: async (target) => {
      const gateway = await target.fedGateway();
      const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
      gateway.feed(`{"data":{"item":{"__typename":"Item","id":"1","more":${deep}}}}`);
      const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.ask('{ item { id more } }')));
      for (const { text } of answers)
        expectThat(/"code":"SUBGRAPH_\w+"/.test(text), `The client read ${text.slice(0, 200)}.`);
    },
  },
  { name: 'an answer of 7 MB', kind, run: async (target) => fillsMemory(await target.fedGateway()) },
  {
    name: 'errors whose paths lead to what all objects share',
    kind: 'prototype pollution',
    short: true,
    run: async (target) => {
      const gateway = await target.fedGateway();
      await isServed(gateway);
      const paths = [
        ['__proto__', 'name'],
        ['item', '__proto__', 'name'],
        ['item', 'constructor', 'prototype', 'name'],
      ];
      for (const path of paths) {
        gateway.feed(
          JSON.stringify({
            data: { item: { __typename: 'Item', id: '1' } },
            errors: [{ message: 'x', path, extensions: { code: 'X_Y' } }],
          }),
        );
        await gateway.ask(query);
      }
      await isServed(gateway);
      gateway.feed('{"data":{"item":{"__typename":"Item","id":"1"}}}');
      const { text } = await gateway.ask(query);
      expectThat(text === '{"data":{"item":{"id":"1","name":null}}}', `Another client read ${text}.`);
    },
  },
];
