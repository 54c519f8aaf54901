import { bombs } from '../../../gateway/engine/guard/bombs.fixture.ts';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const kind = 'small texts that stand for much work';

/** Processor time one refusal may take, milliseconds: generous, since other attacks may still be cleaned up after. */
const cpuLimitMs = 1_500;

async function isRefusedCheaply(target: Target, body: string): Promise<void> {
  const before = target.cpuMs();
  const { json, text } = await target.post(body);
  const spent = target.cpuMs() - before;
  expectThat(json.errors !== undefined && json.data == null, `It was answered ${text.slice(0, 200)}.`);
  expectThat(spent < cpuLimitMs, `The refusal took ${spent} ms of processor time.`);
}

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const nested = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + close.repeat(levels);

const onQuery = (name: string, inner: string): string => `fragment ${name} on Query { ${inner} }`;
const product = 'products(first: 1) { edges { node { id } } }';
const productFields = ['id', 'title', 'category'];

const texts: Readonly<Record<string, string>> = {
  '60 nested lists as a literal': `{ products(first: ${nested('[', ']', 60)}) { edges { cursor } } }`,
  '25 nested lists as a literal': `{ products(search: ${nested('[', ']', 25)}) { edges { cursor } } }`,
  '3,000 nested lists as a literal': `{ products(first: ${nested('[', ']', 3_000)}) { edges { cursor } } }`,
  '40 nested objects as a literal': `{ orders(filter: ${'{a: '.repeat(40)}1${'}'.repeat(40)}) { edges { cursor } } }`,
  '4,000 nested selections': `{ ${'products { '.repeat(4_000)} ${'}'.repeat(4_000)} }`,
  '600 nested inline fragments doubled 14 times': `{ ...D0 } ${times(14, (at) =>
    onQuery(
      `D${at}`,
      at < 13
        ? `...D${at + 1} ... on Query { ...D${at + 1} }`
        : '... on Query {'.repeat(600) + product + '}'.repeat(600),
    ),
  )}`,
  'ten doublings over a chain of 84 fragments': `{ ...D0 } ${times(10, (at) =>
    onQuery(`D${at}`, at < 9 ? `...D${at + 1} ... on Query { ...D${at + 1} }` : '...C0'),
  )} ${times(84, (at) => onQuery(`C${at}`, at < 83 ? `...C${at + 1}` : product))}`,
  '100 fragments of 90 fields side by side': `{ ${times(100, (at) => `...F${at}`)} } ${times(100, (at) =>
    onQuery(
      `F${at}`,
      times(90, (of) => `a${of}: __typename`),
    ),
  )}`,
  '200 repeats of one field with 45 below': `{ ${times(200, () => `products { edges { node { ${times(45, (of) => `a${of}: id`)} } } }`)} }`,
  '40 fields that each spread 100 fragments': `{ ${times(
    40,
    (at) => `a${at}: products { edges { node { ${times(100, (of) => `...F${of}`)} } } }`,
  )} } ${times(100, (at) => `fragment F${at} on Product { ${productFields.join(' ')} }`)}`,
  'a fragment that contains itself, a hundred times': `{ ${times(99, (at) => `...F${at}`)} } ${times(
    99,
    (at) =>
      onQuery(
        `F${at}`,
        times(99, (of) => `...F${of}`),
      ),
  )}`,
};

const bodies: Readonly<Record<string, string>> = {
  'a variable 120,000 lists deep': `{"query":"query($v: Int) { products(first: $v) { edges { cursor } } }","variables":{"v":${nested('[', ']', 120_000)}}}`,
  'a variable 30,000 objects deep': `{"query":"query($v: Int) { products(first: $v) { edges { cursor } } }","variables":{"v":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}}}`,
  'extensions 100,000 lists deep': `{"query":"{ __typename }","extensions":{"a":${nested('[', ']', 100_000)}}}`,
  'a body that only opens lists': '['.repeat(200_000),
  'a variable of 110,000 values': `{"query":"query($v: [ID!]!) { __typename }","variables":{"v":[${'1,'.repeat(110_000)}1]}}`,
};

/** Ways in which a reader of strings may lose track, so that brackets behind them go uncounted. */
const hidden: Readonly<Record<string, string>> = {
  'two backslashes before the quotes of a block string': '"""\\\\""" """',
  'an escaped end of a block string': '"""\\""" \\""""""',
  'a block string of quotes': '""" "" " """',
  'a string of an escaped quote': '"\\""',
};

/** No kind of text may cost much more than the dearest honest one of its length: processor time of many of each. */
async function costsLikeHonestOnes(target: Target): Promise<void> {
  const rounds = 20;
  const spentOn = async (make: (round: number) => string): Promise<number> => {
    const before = target.cpuMs();
    for (let round = 0; round < rounds; round++) await target.post(JSON.stringify({ query: make(round) }));
    return target.cpuMs() - before;
  };
  const honest = await spentOn(
    (round) =>
      `{ a${round}: products(first: 1) { edges { node { ${times(2_000, (at) => `a${at % 190}: id`)} } } } }`,
  );
  for (const [name, text] of Object.entries(bombs)) {
    const spent = await spentOn((round) => `${text} # ${round}`);
    expectThat(spent < 5 * honest + 500, `${name}: ${spent} ms for ${rounds}, beside ${honest} ms.`);
  }
}

export const attacks: readonly Attack[] = [
  ...Object.entries(bombs).map(([name, query]): Attack => ({
    name: `in the kinds the guard knows: ${name}`,
    kind,
    run: (target) => isRefusedCheaply(target, JSON.stringify({ query })),
  })),
  { name: 'all kinds beside honest texts', kind, patienceMs: 120_000, run: costsLikeHonestOnes },
  ...Object.entries(hidden).map(([name, text]): Attack => ({
    name: `60 nested lists behind ${name}`,
    kind,
    short: true,
    run: async (target) => {
      const gateway = await target.fedGateway();
      const { json, text: answer } = await gateway.ask(
        `{ any(value: {a: ${text}, b: ${nested('[', ']', 60)}}) }`,
      );
      expectThat(json.errors !== undefined, `It was answered ${answer}.`);
      expectThat((await gateway.ask('{ __typename }')).status === 200, 'Afterwards nobody was answered.');
    },
  })),
  ...Object.entries(texts).map(([name, query]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isRefusedCheaply(target, JSON.stringify({ query })),
  })),
  ...Object.entries(bodies).map(([name, body]): Attack => ({
    name,
    kind,
    short: true,
    run: (target) => isRefusedCheaply(target, body),
  })),
  {
    name: '60 nested lists as a literal of a custom scalar',
    kind,
    short: true,
    run: async (target) => {
      const gateway = await target.fedGateway();
      for (const levels of [60, 25]) {
        const { json, text } = await gateway.ask(`{ any(value: ${nested('[', ']', levels)}) }`);
        expectThat(json.errors !== undefined, `${levels} levels were answered ${text}.`);
      }
      const after = await gateway.ask('{ __typename }');
      expectThat(after.status === 200, 'Afterwards the gateway answered nobody.');
    },
  },
  {
    name: 'deferred fragments over many levels of a custom scalar',
    kind,
    run: async (target) => {
      const gateway = await target.fedGateway();
      gateway.feed('{"data":{"item":{"__typename":"Item","id":"1"}}}');
      const value = nested('[', ']', 12);
      await gateway.ask(`{ item { id } ... @defer { any(value: ${value}) } }`, undefined, {
        accept: 'multipart/mixed;deferSpec=20220824, application/json',
      });
      expectThat((await gateway.ask('{ __typename }')).status === 200, 'Afterwards nobody was answered.');
    },
  },
];
