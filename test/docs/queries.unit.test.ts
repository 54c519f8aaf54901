import { buildSchema, parse, validate } from 'graphql';
import { validateRules } from '@promesse/promise-engine/rules/validateRules';
import { describe, expect, it } from 'vitest';
import { codeBlocks, guidePages, readPage } from './markdown.ts';

const schema = buildSchema(readPage('schema/supergraph.graphql'), { assumeValidSDL: true });
const blocks = guidePages().flatMap((page) =>
  codeBlocks(readPage(page)).map((block) => ({ page, ...block })),
);

describe('the queries of the pages', () => {
  const queries = blocks.filter(({ language }) => language === 'graphql');

  it('fit the graph', () => {
    expect(queries.length).toBeGreaterThan(5);
    const faults = queries.flatMap(({ page, text }) =>
      validate(schema, parse(text)).map(({ message }) => `${page}: ${message}`),
    );
    expect(faults).toEqual([]);
  });

  it('show rules that would be accepted', () => {
    const sets = queries.flatMap(({ text }) => [...text.matchAll(/rulesJson: """([\s\S]*?)"""/g)]);
    expect(sets).toHaveLength(1);
    for (const [, json = ''] of sets) expect(validateRules(JSON.parse(json))).toMatchObject({ ok: true });
  });
});
