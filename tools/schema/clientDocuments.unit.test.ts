import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clientSources, generateClientDocuments } from './clientDocuments.ts';

const written = (text: string): string =>
  generateClientDocuments({ caller: 'orders', callee: 'catalog', text });

describe('what subgraphs ask of each other', () => {
  it.each(clientSources().map((source) => [source.caller, source.callee, source] as const))(
    '%s asks %s only what its contract answers',
    (_caller, _callee, source) => {
      expect(generateClientDocuments(source)).toBe(readFileSync(source.file, 'utf8'));
    },
  );
  it('covers every client there is', () => {
    expect(new Set(clientSources().map(({ caller }) => caller))).toEqual(
      new Set(['care', 'catalog', 'fulfillment', 'orders', 'returns', 'shipping']),
    );
  });
});

describe('a typed document', () => {
  it('types the answer and the variables as they travel', () => {
    const text = written('query Facts($sku: ID!) { found: variant(sku: $sku) { weightGrams sku } }');
    expect(text).toContain('export type FactsVariables = { readonly sku: string };');
    expect(text).toContain(
      'FactsResult = { readonly found: { readonly weightGrams: number; readonly sku: string } | null };',
    );
    expect(text).toContain('export const facts: ClientDocument<FactsResult, FactsVariables> =');
    expect(text).toContain("subgraph: 'catalog'");
  });
  it('carries the fragments it uses, and merges what is selected twice', () => {
    const text = written(`query Facts { variant(sku: "a") { ...Sku product { id } product { ...P } } }
      fragment Sku on ProductVariant { sku } fragment P on Product { id }`);
    expect(text).toContain('{ readonly sku: string; readonly product: { readonly id: string } } | null');
    expect(text).toContain('fragment Sku on ProductVariant');
  });
  it('types what has a default as what may be left out', () => {
    const text = written(`mutation Hold($key: String!, $lines: [ReservationLineInput!]!, $n: Int! = 5) {
      reserveStock(input: { idempotencyKey: $key, state: FIRM, ttlSeconds: $n, lines: $lines }) { __typename } }`);
    expect(text).toContain('readonly n?: number | undefined');
    expect(text).toContain('readonly future?: boolean | null | undefined;');
  });
  it.each([
    ['a field that is not there', 'query Facts { variant(sku: "a") { colour } }', /Cannot query field/],
    ['a variable of another type', 'query Facts($sku: Int!) { variant(sku: $sku) { sku } }', /type "Int!"/],
    ['an operation without a name', '{ variant(sku: "a") { sku } }', /has a name/],
    [
      'shapes that nobody can tell apart',
      `mutation Hold($input: ReserveStockInput!) { reserveStock(input: $input) {
        ... on ReserveStockSuccess { reservation { id } } } }`,
      /select __typename/,
    ],
    [
      'a field that may be absent',
      'query Facts($q: Boolean!) { variant(sku: "a") { sku @include(if: $q) } }',
      /without directives/,
    ],
  ])('refuses %s', (_what, text, message) => {
    expect(() => written(text)).toThrow(message);
  });
  it('refuses a subgraph that is not there', () => {
    const text = '{ variant(sku: "a") { sku } }';
    expect(() => generateClientDocuments({ caller: 'orders', callee: 'nobody', text })).toThrow(
      'no subgraph',
    );
  });
});
