import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createShipment,
  importServices,
  shipmentInput,
  shippingWorld,
  type SeenShipment,
  type ShippingWorld,
} from './subgraphWorld.ts';
import { serviceInput } from './serviceInput.ts';

describe('shipping that dies', () => {
  let world: ShippingWorld;
  let dieAt: string | undefined;
  beforeAll(async () => {
    world = await shippingWorld({
      crashpoint: (name) => {
        if (name === dieAt) throw new Error(`died at ${name}`);
      },
    });
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());

  it.each([
    'shipment.beforeCommit',
    'shipment.beforeBooking',
    'shipment.afterBooking',
    'journal.afterCommit',
  ])('at %s while a label is bought has bought one when it is asked again', async (point) => {
    const input = shipmentInput(point);
    dieAt = point;
    expect(await world.code(createShipment, { input })).toBe('INTERNAL');
    dieAt = undefined;
    const made = await world.ok<{ createShipment: SeenShipment }>(createShipment, { input });
    expect(made.createShipment.milestone).toBe('LABEL_PURCHASED');
    const rows = await world.ok<{ shipments: { edges: unknown[] } }>(
      'query($id: ID) { shipments(orderId: $id) { edges { node { id } } } }',
      { id: `o-${point}` },
    );
    expect(rows.shipments.edges).toEqual([{ node: { id: made.createShipment.id } }]);
  });
});
