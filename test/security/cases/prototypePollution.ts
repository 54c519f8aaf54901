import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';
import { isServed } from './lyingAnswers.ts';

const kind = 'prototype pollution';

/** What everybody else reads must not change by what one subgraph answered. */
async function poisonWith(target: Target, answer: string, query: string): Promise<void> {
  const gateway = await target.fedGateway();
  await isServed(gateway);
  gateway.feed('{"data":{"item":{"__typename":"Item","id":"1"}}}');
  const before = await gateway.ask('{ item { id name more stock } }');
  gateway.feed(answer);
  await gateway.ask(query);
  await isServed(gateway);
  gateway.feed('{"data":{"item":{"__typename":"Item","id":"1"}}}');
  const after = await gateway.ask('{ item { id name more stock } }');
  expectThat(after.text === before.text, `Another client read ${after.text} after ${before.text}.`);
}

const poison = '{"polluted":"yes","name":"polluted","more":{"polluted":1},"stock":7}';
const places: Readonly<Record<string, (key: string) => string>> = {
  'at the top': (key) => `{"${key}":${poison},"data":{"item":{"__typename":"Item","id":"1"}}}`,
  'in the data': (key) => `{"data":{"${key}":${poison},"item":{"__typename":"Item","id":"1"}}}`,
  'in an object': (key) => `{"data":{"item":{"__typename":"Item","id":"1","${key}":${poison}}}}`,
  'in an entity': (key) =>
    `{"data":{"item":{"__typename":"Item","id":"1"},"_entities":[{"__typename":"Item","${key}":${poison}}]}}`,
  'in a scalar': (key) => `{"data":{"item":{"__typename":"Item","id":"1","more":{"${key}":${poison}}}}}`,
};
const keys = ['__proto__', 'constructor', 'prototype', '\\u005f_proto__'];
const fromSubgraphs = Object.entries(places).flatMap(([place, answerWith]) =>
  keys.map((key): Attack => ({
    name: `a subgraph answers ${key} ${place}`,
    kind,
    short: key === '__proto__',
    run: (target) => poisonWith(target, answerWith(key), '{ item { id name more stock } }'),
  })),
);

const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
const wants = async (target: Target, query: string, variables: string, operationName?: string) => {
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}${
    operationName === undefined ? '' : `,"operationName":"${operationName}"`
  }}`;
  const { text, json } = await target.post(body);
  expectThat(json.data !== undefined && json.errors === undefined, `It was answered ${text.slice(0, 300)}.`);
};

const asNames = names.flatMap((name): Attack[] => [
  {
    name: `a variable named ${name}`,
    kind,
    short: name === '__proto__',
    run: (target) =>
      wants(
        target,
        `query($${name}: Int) { products(first: $${name}) { edges { node { id } } } }`,
        `{"${name}":1}`,
      ),
  },
  {
    name: `an alias named ${name}`,
    kind,
    run: (target) =>
      wants(target, `{ ${name}: products(first: 1) { edges { ${name}: node { ${name}: id } } } }`, '{}'),
  },
  {
    name: `a fragment named ${name}`,
    kind,
    run: (target) =>
      wants(
        target,
        `{ products(first: 1) { ...${name} } } fragment ${name} on ProductConnection { edges { node { id } } }`,
        '{}',
      ),
  },
  {
    name: `an operation named ${name}`,
    kind,
    run: (target) =>
      wants(target, `query ${name} { products(first: 1) { edges { node { id } } } }`, '{}', name),
  },
]);

export const attacks: readonly Attack[] = [...fromSubgraphs, ...asNames];
