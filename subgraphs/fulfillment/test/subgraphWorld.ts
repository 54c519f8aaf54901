import { GraphQLError } from 'graphql';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { noCrashpoint, type Crashpoint } from '../../../platform/crashpoint/crashpoint.ts';
import type { GraphRequest, SubgraphService } from '../../../platform/graph/subgraph.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { Identity } from '../../../schema/identity.ts';
import { createLoneSubgraph, type LoneSubgraph } from '../../../test/support/loneSubgraph.ts';
import { callers, testStartMs } from '../../../test/support/world.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import { fulfillmentConsumes } from '../reactions.ts';
import { createFulfillmentSubgraph } from '../subgraph.ts';

const hourMs = 3_600_000;

/** What a neighbouring subgraph answers to one operation. */
export type Answer = (variables: Record<string, unknown>) => unknown;

/** Fulfillment alone in its world; its neighbours are answers. */
export interface FulfillmentWorld extends LoneSubgraph {
  /** As a process that died and was started again. */
  restart(): Promise<void>;
  /** Operations asked of other subgraphs, as `catalog.transferReservation`. */
  readonly asked: { readonly what: string; readonly variables: Record<string, unknown> }[];
  /** Answers of other subgraphs by operation; throwing means the subgraph fails. */
  readonly answers: Record<string, Answer>;
}

/** The field an operation asks for first. */
const fieldOf = ({ query }: GraphRequest): string => /[{]\s*(\w+)/.exec(query)?.[1] ?? '';

export async function fulfillmentWorld(
  settings: Partial<FulfillmentSettings> = {},
  crashpoint: Crashpoint = noCrashpoint,
): Promise<FulfillmentWorld> {
  const world = await createLoneSubgraph({
    ...{
      name: 'fulfillment',
      consumes: fulfillmentConsumes,
      subgraph: () => subgraph,
      caller: callers.admin,
    },
  });
  const asked: FulfillmentWorld['asked'] = [];
  const answers: Record<string, Answer> = {
    'orders.order': () => ({ order: null }),
    'shipping.voidShipment': ({ id }) => ({ voidShipment: { id } }),
    'shipping.createShipment': ({ input }) => ({
      createShipment: { id: `shipment-of-${(input as { key: string }).key}` },
    }),
  };
  for (const name of ['orders', 'promise', 'catalog', 'shipping'])
    world.addTarget(name, {
      execute: async (request) => {
        const what = `${name}.${fieldOf(request)}`;
        const variables = { ...request.variables };
        asked.push({ what, variables });
        const answer = answers[what];
        if (answer === undefined) throw new Error(`The test gives no answer to ${what}.`);
        try {
          return { data: (await answer(variables)) as Record<string, unknown> };
        } catch (error) {
          // A refusal of the other subgraph; anything else is its failure.
          if (error instanceof GraphQLError && errorCodeOf(error) !== undefined)
            return { data: null, errors: [error] };
          throw error;
        }
      },
    });
  const open = async (): Promise<SubgraphService> =>
    world.add(createFulfillmentSubgraph({ ...(await world.deps('fulfillment')), crashpoint }));
  let subgraph = await open();
  const changes = Object.entries(settings).map(([key, value]) => ({ key, value }));
  if (changes.length > 0)
    await world.ok(changeSettings, {
      input: { version: 0, changes, reason: 'what this test is about', idempotencyKey: 'settings' },
    });
  return {
    ...world,
    ...{ asked, answers },
    restart: async () => {
      await subgraph.stop();
      subgraph = await open();
    },
  };
}

const changeSettings =
  'mutation($input: ChangeSettingsInput!) { changeFulfillmentSettings(input: $input) { version } }';
export const importLocations =
  'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed unchanged } }';

type Confirmed = EventPayload<'orders.OrderConfirmed'>;

/** A line of a shipment. */
export const units = (lineId: string, sku: string, quantity: number) => ({
  lineId,
  sku,
  quantity,
  future: false,
});

export const shipmentFrom = (
  locationId: string,
  lines: Confirmed['shipments'][number]['lines'],
  serviceCode: string | null = 'standard',
): Confirmed['shipments'][number] => ({
  ...{ locationId, serviceCode, lines },
  milestones: [
    { code: 'PICK_START', dueAtMs: testStartMs + hourMs },
    { code: 'PACKED', dueAtMs: testStartMs + 3 * hourMs },
    { code: 'CARRIER_PICKUP', dueAtMs: testStartMs + 5 * hourMs },
  ],
});

export const confirmedOrder = (
  orderId: string,
  shipments: Confirmed['shipments'],
  more: Partial<Confirmed> = {},
): Confirmed => ({
  ...{ orderId, number: `N-${orderId}`, owner: 'shopper-1', channel: 'web', currency: 'EUR' },
  destination: { country: 'FR', postalCode: '75011' },
  ...{ methodType: 'SHIPPING', code: 'standard', promisedLatestAtMs: testStartMs + 72 * hourMs },
  ...{ placedAtMs: testStartMs, reservationId: `reservation-${orderId}`, shipments },
  ...more,
});

export const fulfillmentOrderFields = `id status assignment step allowedActions collection serviceCode rejectReason
  lines { lineId sku quantity picked cancelled rerouted } parcels { number weightGrams lines { lineId quantity } }
  location { id name } order { id } shipment { id } handedOverAt`;

/** A fulfillment order as tests read it. */
export interface SeenWork {
  readonly id: string;
  readonly status: string;
  readonly assignment: string;
  readonly step: string;
  readonly allowedActions: readonly string[];
  readonly rejectReason: string | null;
  readonly lines: readonly {
    lineId: string;
    quantity: number;
    picked: number;
    cancelled: number;
    rerouted: number;
  }[];
  readonly parcels: readonly {
    number: number;
    weightGrams: number;
    lines: readonly { lineId: string; quantity: number }[];
  }[];
  readonly location: { readonly id: string };
  readonly shipment: { readonly id: string } | null;
  readonly handedOverAt: string | null;
}

/** The work on an order, as an administrator sees it. */
export async function workOn(world: FulfillmentWorld, orderId: string, who?: Identity): Promise<SeenWork[]> {
  const data = await world.ok<{ _entities: [{ fulfillmentOrders: SeenWork[] }] }>(
    `query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Order { fulfillmentOrders { ${fulfillmentOrderFields} } } } }`,
    { ids: [{ __typename: 'Order', id: orderId }] },
    who,
  );
  return data._entities[0].fulfillmentOrders;
}

const inputTypes: Record<string, string> = {
  rejectFulfillmentOrder: 'RejectFulfillmentOrderInput',
  pickFulfillmentOrder: 'PickInput',
  packFulfillmentOrder: 'PackInput',
};

/** The mutation of an action. */
export const action = (name: string): string =>
  `mutation($input: ${inputTypes[name] ?? 'FulfillmentOrderActionInput'}!) { ${name}(input: $input) { ${fulfillmentOrderFields} } }`;

/** Do an action that must succeed. */
export async function act(
  world: FulfillmentWorld,
  name: string,
  input: { readonly id: string } & Record<string, unknown>,
  who?: Identity,
): Promise<SeenWork> {
  const data = await world.ok<Record<string, SeenWork>>(action(name), { input }, who);
  return data[name] as SeenWork;
}
