import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target, Who } from '../target.ts';

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');

/** Refused with errors and no data, and none of the words that would tell what is there. */
async function isRefused(target: Target, query: string, variables?: unknown, as?: Who): Promise<void> {
  const { json, text, status } = await target.ask(query, { variables, ...(as && { as }) });
  expectThat(json.errors !== undefined && json.data == null, `It was answered ${text.slice(0, 300)}.`);
  expectThat(status < 500 && !text.includes('INTERNAL'), `It was a fault of ours: ${text.slice(0, 300)}.`);
  expectThat(!text.includes('Did you mean'), `It was hinted at: ${text.slice(0, 300)}.`);
}

const closed: Readonly<Record<string, string>> = {
  'the schema': '{ __schema { types { name } } }',
  'the schema under another name': '{ a: __schema { types { name } } }',
  'the schema by a fragment': '{ ...F } fragment F on Query { __schema { queryType { name } } }',
  'the schema by an inline fragment': '{ ... on Query { ... { __schema { queryType { name } } } } }',
  'the schema unless a variable says no':
    'query($v: Boolean = true) { __typename __schema @include(if: $v) { queryType { name } } }',
  'a type': '{ __type(name: "Order") { fields { name } } }',
  'a type beside data': '{ products(first: 1) { edges { cursor } } t: __type(name: "Order") { name } }',
  'the schema in a change': 'mutation { __schema { types { name } } }',
  'the schema in a subscription': 'subscription { __schema { types { name } } }',
  'the schema deferred': '{ __typename ... @defer { __schema { types { name } } } }',
  'entities of subgraphs':
    '{ _entities(representations: [{ __typename: "Order", id: "x" }]) { ... on Order { id } } }',
  'entities by a variable': 'query($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
  'the text of a subgraph': '{ _service { sdl } }',
  'a command between subgraphs': 'mutation { releaseReservation(id: "x", idempotencyKey: "k") { id } }',
  'a field between subgraphs': '{ order(id: "x") { customerRef } }',
};

const odd: Readonly<Record<string, string>> = {
  'two streams in one subscription':
    'subscription { a: orderStatus(orderId: "x") { seq } b: orderStatus(orderId: "y") { seq } }',
  'two streams by fragments':
    'subscription { ...A ...B } fragment A on Subscription { a: orderStatus(orderId: "x") { seq } } fragment B on Subscription { b: orderStatus(orderId: "y") { seq } }',
  'a stream that is skipped': 'subscription { orderStatus(orderId: "x") @skip(if: true) { seq } }',
  '@defer in a subscription': 'subscription { orderStatus(orderId: "x") { seq ... @defer { status } } }',
  '@stream': '{ products(first: 1) { edges @stream(initialCount: 0) { cursor } } }',
  '300 directives on one field': `{ products(first: 1) ${'@include(if: true) '.repeat(300)} { edges { cursor } } }`,
  'a directive twice': '{ products(first: 1) @include(if: true) @include(if: true) { edges { cursor } } }',
  'a number of 100,000 digits': `{ products(first: ${'9'.repeat(100_000)}) { edges { cursor } } }`,
  'a number with an exponent of a million': '{ products(first: 1e1000000) { edges { cursor } } }',
  'an escape of 200,000 zeros': `{ products(search: "\\u{${'0'.repeat(200_000)}41}") { edges { cursor } } }`,
  'an escape beyond all characters': '{ products(search: "\\u{110000}") { edges { cursor } } }',
  'half a character by escape': '{ products(search: "\\ud800") { edges { cursor } } }',
  'a type of 5,000 brackets': `query($v: ${'['.repeat(5_000)}Int${']'.repeat(5_000)}) { __typename }`,
  '3,000 variables that nobody uses': `query(${times(3_000, (at) => `$v${at}: Int`)}) { __typename }`,
  '3,000 variables that nobody defined': `{ ${times(180, (at) => `a${at}: products(first: $v${at}) { edges { cursor } }`)} }`,
  'a document of directives': times(200, (at) => `directive @d${at} on FIELD`),
  'a schema in place of a query': 'type Query { a: Int }',
  'an anonymous query beside others': `{ __typename } ${times(49, (at) => `query Q${at} { __typename }`)}`,
};

/** Texts that are nothing but length: read once, and not dearer than a long honest one. */
const long: Readonly<Record<string, string>> = {
  'commas alone': ','.repeat(250_000),
  'a comment': `{ __typename } #${'x'.repeat(250_000)}`,
  'line ends': `{ __typename }${'\n'.repeat(120_000)}`,
  'a block string of indented lines': `{ products(search: """${'\n   x'.repeat(40_000)}""") { edges { cursor } } }`,
  'a block string of quotes': `{ products(search: """${'"" '.repeat(80_000)}""") { edges { cursor } } }`,
};

const condition = (count: number): string =>
  `query(${times(count, (at) => `$v${at}: Boolean!`)}) { ${times(
    count,
    (at) =>
      `a${at}: products(first: 1) @include(if: $v${at}) { edges { node { id title variants { sku } } } }`,
  )} }`;

export const attacks: readonly Attack[] = [
  ...Object.entries(closed).map(([name, query], at): Attack => ({
    name: `asking for ${name}`,
    kind: 'what is not there',
    short: at < 8,
    run: (target) => isRefused(target, query, { of: [{ __typename: 'Order', id: 'x' }] }, 'admin'),
  })),
  ...Object.entries(odd).map(([name, query]): Attack => ({
    name,
    kind: 'odd documents',
    run: (target) => isRefused(target, query),
  })),
  ...Object.entries(long).map(([name, query]): Attack => ({
    name: `250 KB of ${name}`,
    kind: 'odd documents',
    run: async (target) => {
      const before = target.cpuMs();
      const { status, text } = await target.ask(query);
      const spent = target.cpuMs() - before;
      expectThat(status < 500, `It was answered ${status} ${text.slice(0, 200)}.`);
      expectThat(spent < 1_500, `It took ${spent} ms of processor time.`);
    },
  })),
  {
    name: 'one text with another choice of conditions each time',
    kind: 'small texts that stand for much work',
    run: async (target) => {
      const query = condition(40);
      const ask = (choice: number) =>
        target.ask(query, {
          as: 'shopper',
          variables: Object.fromEntries(
            Array.from({ length: 40 }, (_, at) => [`v${at}`, at === 39 || ((choice >> (at % 20)) & 1) === 1]),
          ),
        });
      await ask(0);
      const [memory, cpu] = [target.memoryBytes(), target.cpuMs()];
      for (let choice = 1; choice <= 200; choice++) await ask(choice);
      const spent = (target.cpuMs() - cpu) / 200;
      const grown = (target.memoryBytes() - memory) / 1_048_576;
      expectThat(spent < 250, `Each choice took ${spent} ms of processor time.`);
      expectThat(grown < 300, `The process grew by ${grown} MiB.`);
    },
  },
];
