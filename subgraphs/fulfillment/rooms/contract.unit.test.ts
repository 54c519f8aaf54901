import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSdl } from '../../../platform/graph/loadSdl.ts';
import { transferReservation } from './catalogRoom.ts';
import { resourceOrder } from './promiseRoom.ts';
import { createShipment, voidShipment } from './shippingRoom.ts';

describe('what fulfillment asks of other rooms', () => {
  it.each([
    ['catalog', transferReservation],
    ['promise', resourceOrder],
    ['shipping', createShipment],
    ['shipping', voidShipment],
  ])('is in the contract of %s', (room, document) => {
    const schema = buildSubgraphSchema(loadSdl(room).map((typeDefs) => ({ typeDefs })));
    expect(validate(schema, parse(document))).toEqual([]);
  });
});
