import { afterAll, beforeAll } from 'vitest';
import {
  importServices,
  shipmentFields,
  shippingWorld,
  type SeenShipment,
  type ShippingWorld,
} from './subgraphWorld.ts';
import { laneInput, serviceInput } from './serviceInput.ts';

export const simulate = `mutation($id: ID!, $scenario: SimulatedScenario!) {
  simulateCarrier(input: { shipmentId: $id, scenario: $scenario }) { sent shipment { ${shipmentFields} } } }`;

/** Shipping with several services of simulated carriers, whose webhooks come in unless they are lost. */
export function useCarriers() {
  let world: ShippingWorld;
  let offline = false;
  beforeAll(async () => {
    world = await shippingWorld({
      deliverWebhook: async ({ path, headers, body }) => {
        if (offline) return 503;
        const { status } = await world.post(path.split('/').at(-1) ?? '', body, { headers: { ...headers } });
        return status;
      },
    });
    const services = [
      serviceInput('standard'),
      serviceInput('points', { methodTypes: ['PICKUP_POINT', 'LOCKER'] }),
      serviceInput('cheap', {
        carrier: 'rapide',
        lanes: [laneInput({ cost: { amountMinor: 100, currency: 'EUR' } })],
      }),
      serviceInput('cheapest-abroad', {
        lanes: [laneInput({ destinationCountry: 'IT', cost: { amountMinor: 1, currency: 'EUR' } })],
      }),
      serviceInput('light', {
        maxWeightGrams: 100,
        lanes: [laneInput({ cost: { amountMinor: 2, currency: 'EUR' } })],
      }),
      serviceInput('closed', {
        active: false,
        lanes: [laneInput({ cost: { amountMinor: 3, currency: 'EUR' } })],
      }),
    ];
    await world.ok(importServices, { input: { services } });
  });
  afterAll(() => world.stop());

  /** What the carrier's simulator makes of a shipment: how many messages it sent, and the shipment after them. */
  const play = async (id: string, scenario: string) =>
    (
      await world.ok<{ simulateCarrier: { sent: number; shipment: SeenShipment } }>(simulate, {
        id,
        scenario,
      })
    ).simulateCarrier;
  return {
    get world() {
      return world;
    },
    /** While true, webhooks get lost on the way. */
    lose: (all: boolean) => {
      offline = all;
    },
    play,
  };
}
