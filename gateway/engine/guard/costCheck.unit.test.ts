import { buildSchema, Kind, parse } from 'graphql';
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { prepareCostCheck } from './costCheck.ts';
import type { CostModel, ListSize } from './costModel.ts';
import { defaultLimits } from './limits.ts';

const schema = buildSchema(`
  type Query { items(first: Int, page: Page, name: String): [Item!] item(id: ID!): Item many(first: Int = 70): [Item!] }
  input Page { size: Int }
  type Item { id: ID! parts(first: Int): [Item!] }
`);
const sized = (...slicingArguments: string[]): ListSize => ({
  assumedSize: undefined,
  slicingArguments,
  sizedFields: [],
  requireOne: true,
});
const sizes: Readonly<Record<string, ListSize>> = {
  'Query.items': sized('first', 'page.size'),
  'Item.parts': sized('first'),
  'Query.many': sized('first'),
};
let asked = 0;
const model: CostModel = {
  weight: () => undefined,
  listSize(coordinate) {
    asked++;
    return sizes[coordinate];
  },
};

const prices = new Map<string, (variables: Record<string, unknown>) => number>();

function checkOf(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const check = prepareCostCheck({ operation, fragments }, schema, model, {
    ...defaultLimits,
    cost: 100,
    listSize: 1_000,
  });
  prices.set(text, (variables) => check.price(variables));
  /** How a request ends, and whether it was measured to find out. */
  return (variables: Record<string, unknown>) => {
    const before = asked;
    const judged = check.check(variables);
    return [judged?.extensions['code'] ?? 'fine', asked > before ? 'measured' : 'known'];
  };
}

describe('the cost check', () => {
  it('measures once for each value of a variable that sizes a list, and judges each by itself', () => {
    const check = checkOf(
      'query ($n: Int, $s: String) { items(first: $n, name: $s) { ...F } } fragment F on Item { id }',
    );
    expect(check({ n: 100, s: 'a' })).toEqual(['fine', 'measured']);
    expect(check({ n: 101, s: 'a' })).toEqual(['COST_TOO_HIGH', 'measured']);
    expect(check({ n: 1_001 })).toEqual(['LIST_TOO_LARGE', 'measured']);
    expect(check({ n: 100, s: 'b' })).toEqual(['fine', 'known']);
    expect(check({ n: 101 })).toEqual(['COST_TOO_HIGH', 'known']);
    expect(check({ n: null })).toEqual(['fine', 'measured']);
  });

  it('never measures again where no variable sizes a list', () => {
    const check = checkOf('query ($id: ID!) { item(id: $id) { id } }');
    expect(check({ id: '1' })).toEqual(['fine', 'known']);
  });

  it('measures every time where several variables, or what is inside one, size lists', () => {
    const two = checkOf('query ($a: Int, $b: Int) { items(first: $a) { parts(first: $b) { id } } }');
    expect(two({ a: 5, b: 5 })).toEqual(['fine', 'measured']);
    expect(two({ a: 5, b: 50 })).toEqual(['COST_TOO_HIGH', 'measured']);
    const inside = checkOf('query ($p: Page) { items(page: $p) { id } }');
    expect(inside({ p: { size: 100 } })).toEqual(['fine', 'measured']);
    expect(inside({ p: { size: 101 } })).toEqual(['COST_TOO_HIGH', 'measured']);
  });

  it('remembers a bounded number of values', () => {
    const check = checkOf('query ($n: Int) { items(first: $n) { id } }');
    for (let n = 0; n < 129; n++) check({ n });
    expect(check({ n: 128 })).toEqual(['COST_TOO_HIGH', 'known']);
    expect(check({ n: 0 })).toEqual(['fine', 'measured']);
  });

  it('prices sizes by variables like those written out', () => {
    const byVariable = 'query ($n: Int, $m: Int) { items(first: $n) { parts(first: $m) { id } } }';
    const written = '{ items(first: 7) { parts(first: 9) { id } } }';
    checkOf(byVariable);
    checkOf(written);
    const price = prices.get(written)?.({});
    expect(price).toBe(7 * (1 + 9));
    expect(prices.get(byVariable)?.({ n: 7, m: 9 })).toBe(price);
  });

  it('prices a size that is left out, null or not given like its default', () => {
    const texts = [
      '{ many { id } }',
      '{ many(first: null) { id } }',
      'query ($n: Int) { many(first: $n) { id } }',
    ];
    for (const text of texts) {
      checkOf(text);
      expect([text, prices.get(text)?.({})]).toEqual([text, 70]);
    }
    expect(prices.get(texts[2] ?? '')?.({ n: null })).toBe(70);
    expect(prices.get(texts[2] ?? '')?.({ n: 3 })).toBe(3);
  });

  it('lets no size below nothing pay for the rest', () => {
    const text =
      'query ($n: Int) { a: items(first: $n) { id } b: items(first: -2000000000) { id } many { id } }';
    const check = checkOf(text);
    expect(prices.get(text)?.({ n: -5 })).toBe(70);
    expect(check({ n: -100_000 })[0]).toBe('fine');
    expect(
      checkOf('query ($n: Int) { a: items(first: $n) { id } b: items(first: 101) { id } }')({ n: -50 })[0],
    ).toBe('COST_TOO_HIGH');
  });
});
