import type { SubgraphService } from '../../../platform/graph/subgraph.ts';
import type { HttpResponse } from '../../../platform/http/httpRoute.ts';
import type { Identity } from '../../../schema/identity.ts';
import { createLoneSubgraph, type LoneSubgraph } from '../../../test/support/loneSubgraph.ts';
import { callers, testStartMs } from '../../../test/support/world.ts';
import type { ShippingDeps } from '../ports.ts';
import { shippingConsumes } from '../reactions.ts';
import { createShippingSubgraph } from '../subgraph.ts';
import { signWebhook } from '../webhooks/signature.ts';

const hourMs = 3_600_000;
export const secret = 'a secret of the tests';
export const address = {
  ...{ name: 'Zoë Łukasz', line1: 'Rue de la Paix 5', line2: null },
  ...{ postalCode: '75011', city: 'Paris', country: 'FR' },
};

/** Shipping alone in its world; orders and fulfillment only answer for addresses. */
export interface ShippingWorld extends LoneSubgraph {
  /** Post a webhook as a carrier would; `headers` replaces what the signature gives. */
  post(
    carrier: string,
    body: unknown,
    how?: { id?: string; atMs?: number; secret?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

export async function shippingWorld(more: Partial<ShippingDeps> = {}): Promise<ShippingWorld> {
  const world = await createLoneSubgraph({
    ...{ name: 'shipping', consumes: shippingConsumes, subgraph: () => subgraph, caller: callers.system },
  });
  world.addTarget('orders', {
    execute: ({ variables }) =>
      Promise.resolve({ data: { order: String(variables?.['id']).startsWith('o') ? { address } : null } }),
  });
  world.addTarget('fulfillment', {
    execute: () =>
      Promise.resolve({
        data: { location: { name: 'Store Lyon', postalCode: '69001', city: 'Lyon', country: 'FR' } },
      }),
  });
  const deps = { ...(await world.deps('shipping')), config: { webhookSecret: secret }, ...more };
  const subgraph: SubgraphService = await world.add(createShippingSubgraph(deps));
  let sent = 0;
  return {
    ...world,
    post: async (carrier, body, how = {}) => {
      sent += 1;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const message = { id: how.id ?? `msg_${sent}`, nowMs: how.atMs ?? world.clock.nowMs(), body: text };
      const headers = { ...signWebhook(how.secret ?? secret, message), ...how.headers };
      const response: HttpResponse | undefined = await subgraph.routes?.[0]?.handle({
        ...{ method: 'POST', path: `/webhooks/carriers/${carrier}`, params: { carrier } },
        ...{
          headers,
          query: new URLSearchParams(),
          body: Buffer.from(text),
          signal: new AbortController().signal,
        },
      });
      return {
        status: response?.status ?? 0,
        body: JSON.parse(typeof response?.body === 'string' ? response.body : '{}') as Record<
          string,
          unknown
        >,
      };
    },
  };
}

export const importServices =
  'mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed unchanged } }';

export const shipmentFields = `id isReturn milestone order { id } location { id } carrierService { code }
  parcels { number trackingCode weightGrams } trackingEvents { milestone rawCode text occurredAt }
  estimatedDeliveryAt handedOverAt deliveredAt`;
export const createShipment = `mutation($input: CreateShipmentInput!) { createShipment(input: $input) { ${shipmentFields} } }`;

/** A shipment as tests read it. */
export interface SeenShipment {
  readonly id: string;
  readonly milestone: string;
  readonly parcels: readonly { number: number; trackingCode: string; weightGrams: number }[];
  readonly trackingEvents: readonly { milestone: string; rawCode: string }[];
  readonly estimatedDeliveryAt: string | null;
  readonly handedOverAt: string | null;
  readonly deliveredAt: string | null;
}

export const promisedLatestAtMs = testStartMs + 72 * hourMs;

export const shipmentInput = (key: string, more: object = {}) => ({
  ...{ key, orderId: `o-${key}`, fulfillmentOrderId: key, locationId: 'lyon', serviceCode: 'standard' },
  ...{ owner: 'shopper-1', channel: 'web', promisedLatestAt: new Date(promisedLatestAtMs).toISOString() },
  parcels: [{ number: 1, weightGrams: 900, lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }] }],
  ...more,
});

/** A shipment with its label, given to the carrier unless told otherwise. */
export async function shipped(
  world: ShippingWorld,
  key: string,
  more: object = {},
  handOver = true,
): Promise<SeenShipment> {
  const made = await world.ok<{ createShipment: SeenShipment }>(createShipment, {
    input: shipmentInput(key, more),
  });
  if (handOver) await handOverOf(world, key, made.createShipment.id);
  return made.createShipment;
}

export const handOverOf = (world: ShippingWorld, key: string, shipmentId: string): Promise<void> =>
  world.hear(
    'fulfillment.HandedOver',
    {
      ...{ fulfillmentOrderId: key, orderId: `o-${key}`, locationId: 'lyon', reservationId: 'r', shipmentId },
      ...{ lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }], atMs: world.clock.nowMs() },
    },
    `fulfillmentOrder:${key}`,
    `handed-over-${key}`,
  );

export const shipmentOf = async (
  world: ShippingWorld,
  id: string,
  who?: Identity,
): Promise<SeenShipment | null> =>
  (
    await world.ok<{ shipment: SeenShipment | null }>(
      `query($id: ID!) { shipment(id: $id) { ${shipmentFields} } }`,
      { id },
      who,
    )
  ).shipment;

/** A report of a parcel `hours` after the world's start. */
export const report = (eventId: string, milestone: string, hours: number, more: object = {}) => ({
  ...{ eventId, rawCode: `RAW-${milestone}`, milestone, text: `It is ${milestone}` },
  occurredAt: new Date(testStartMs + hours * hourMs).toISOString(),
  ...more,
});
