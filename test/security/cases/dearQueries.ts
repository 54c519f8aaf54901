import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target, Who } from '../target.ts';

const kind = 'queries that are too dear';

async function isTooDear(
  target: Target,
  query: string,
  variables?: unknown,
  as: Who = 'admin',
): Promise<void> {
  const { json, text } = await target.ask(query, { variables, as });
  const code = json.errors?.[0]?.extensions?.['code'];
  expectThat(
    json.data == null &&
      (code === 'COST_TOO_HIGH' || code === 'LIST_TOO_LARGE' || code === 'OPERATION_TOO_LARGE'),
    `It was answered ${text.slice(0, 200)}.`,
  );
}

const variantsOf = (inner: string): string => `variants { sku product { id ${inner} } }`;
const threeTimes = variantsOf(variantsOf(variantsOf('title')));

const queries: Readonly<Record<string, readonly [query: string, variables?: unknown]>> = {
  'products, variants and products three times over': [
    `{ products(first: 80) { edges { node { ${threeTimes} } } } }`,
  ],
  'the same with a size by variable': [
    `query($n: Int) { products(first: $n) { edges { node { ${threeTimes} } } } }`,
    { n: 80 },
  ],
  'the same with a size by default': [
    `query($n: Int = 80) { products(first: $n) { edges { node { ${threeTimes} } } } }`,
  ],
  'a hundred timelines of a hundred': [
    '{ orders(first: 100) { edges { node { timeline(first: 100) { edges { node { seq } } } } } } }',
  ],
  'a hundred timelines of a hundred by variables': [
    'query($a: Int, $b: Int) { orders(first: $a) { edges { node { timeline(first: $b) { edges { node { seq } } } } } } }',
    { a: 100, b: 100 },
  ],
  'forty lists side by side': [
    `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: products(first: 100) { edges { node { variants { sku } } } }`).join(' ')} }`,
  ],
  'a dear list beside a size below nothing': [
    '{ a: products(first: -2147483648) { edges { node { id title } } } orders(first: 100) { edges { node { timeline(first: 100) { edges { node { seq } } } } } } }',
  ],
  'the same below nothing by a variable': [
    'query($n: Int) { a: products(first: $n) { edges { node { id } } } orders(first: 100) { edges { node { timeline(first: 100) { edges { node { seq } } } } } } }',
    { n: -30_000 },
  ],
  'a promise for each variant of a hundred products': [
    '{ products(first: 100) { edges { node { variants { deliveryPromise(destination: { country: "FR" }) { id } } } } } }',
  ],
  'a list of a million': ['{ products(first: 1000000) { edges { node { id } } } }'],
};

export const attacks: readonly Attack[] = Object.entries(queries).map(
  ([name, [query, variables]], at): Attack => ({
    name,
    kind,
    short: at < 3,
    run: (target) => isTooDear(target, query, variables),
  }),
);
