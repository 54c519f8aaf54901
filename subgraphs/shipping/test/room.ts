import type { ExecutionResult } from 'graphql';
import type { SubgraphService } from '../../../platform/graph/subgraph.ts';
import type { HttpResponse } from '../../../platform/http/httpRoute.ts';
import type { JournalEvent } from '../../../platform/journal/journalRow.ts';
import { eventTypes, type EventName, type EventPayload } from '../../../schema/events/registry.ts';
import type { Identity } from '../../../schema/identity.ts';
import { callAs, callers, createWorld, testStartMs, type TestWorld } from '../../../test/support/world.ts';
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
export interface ShippingWorld extends TestWorld {
  readonly room: SubgraphService;
  readonly told: JournalEvent[];
  run(query: string, variables: Record<string, unknown>, who?: Identity): Promise<ExecutionResult>;
  ok<T = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
    who?: Identity,
  ): Promise<T>;
  code(query: string, variables: Record<string, unknown>, who?: Identity): Promise<unknown>;
  hear<N extends EventName>(type: N, data: EventPayload<N>, stream: string, id?: string): Promise<void>;
  toldOf<N extends EventName>(type: N): EventPayload<N>[];
  /** Post a webhook as a carrier would; `headers` replaces what the signature gives. */
  post(
    carrier: string,
    body: unknown,
    how?: { id?: string; atMs?: number; secret?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

export async function shippingWorld(more: Partial<ShippingDeps> = {}): Promise<ShippingWorld> {
  const everything = Object.keys(eventTypes);
  const world = await createWorld({ consumes: { shipping: shippingConsumes, listener: everything } });
  const told: JournalEvent[] = [];
  world.bus.subscribe('event.listener', async (message) => {
    const event = message['event'] as JournalEvent;
    if (!told.some((known) => known.id === event.id)) told.push(event);
    const { id: eventId, stream } = event;
    await world.bus.publish(`ack.${String(message['owner'])}`, { eventId, stream, consumer: 'listener' });
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
  const room: SubgraphService = await world.add(createShippingSubgraph(deps));
  const run: ShippingWorld['run'] = (query, variables, who = callers.system) =>
    room.execute({ query, variables }, callAs(who));
  let heard = 0;
  let sent = 0;
  return {
    ...world,
    ...{ room, told, run },
    ok: async <T>(query: string, variables: Record<string, unknown> = {}, who?: Identity) => {
      const { data, errors } = await run(query, variables, who);
      if (errors !== undefined) throw new Error(`Unexpected: ${JSON.stringify(errors)}`);
      return JSON.parse(JSON.stringify(data)) as T;
    },
    code: async (query, variables, who) => {
      const { errors } = await run(query, variables, who);
      return errors?.[0]?.extensions['code'];
    },
    hear: async (type, data, stream, id) => {
      heard += 1;
      const event: JournalEvent = {
        ...{ id: id ?? `heard-${heard}`, stream, seq: heard, type, v: 1, at: world.clock.nowMs() },
        ...{
          actor: 'test',
          cause: 'test',
          data: eventTypes[type].payload.parse(data) as Record<string, unknown>,
        },
      };
      await world.bus.publish('event.shipping', { event, consumer: 'shipping', owner: 'others' });
      await world.settle();
    },
    toldOf: (type) => told.filter((event) => event.type === type).map((event) => event.data as never),
    post: async (carrier, body, how = {}) => {
      sent += 1;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const message = { id: how.id ?? `msg_${sent}`, nowMs: how.atMs ?? world.clock.nowMs(), body: text };
      const headers = { ...signWebhook(how.secret ?? secret, message), ...how.headers };
      const response: HttpResponse | undefined = await room.routes?.[0]?.handle({
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
