import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSdl } from '../../../platform/graph/loadSdl.ts';
import { locationAddress, orderAddress } from './addresses.ts';

describe('what shipping asks of other subgraphs', () => {
  it.each([
    ['orders', orderAddress],
    ['fulfillment', locationAddress],
  ])('is in the contract of %s', (subgraph, document) => {
    const schema = buildSubgraphSchema(loadSdl(subgraph).map((typeDefs) => ({ typeDefs })));
    expect(validate(schema, parse(document))).toEqual([]);
  });
});
