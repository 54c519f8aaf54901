import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSdl } from '../../../platform/graph/loadSdl.ts';
import { transferReservation } from './catalogClient.ts';
import { resourceOrder } from './promiseClient.ts';
import { createShipment, voidShipment } from './shippingClient.ts';

describe('what fulfillment asks of other subgraphs', () => {
  it.each([
    ['catalog', transferReservation],
    ['promise', resourceOrder],
    ['shipping', createShipment],
    ['shipping', voidShipment],
  ])('is in the contract of %s', (subgraph, document) => {
    const schema = buildSubgraphSchema(loadSdl(subgraph).map((typeDefs) => ({ typeDefs })));
    expect(validate(schema, parse(document))).toEqual([]);
  });
});
