import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { Decision } from '../domain/place.ts';
import type { CartDoc } from '../store/models.ts';

type Placed = EventPayload<'orders.OrderPlaced'>;

/** A decision, or why there is none. */
export type SourceOutcome =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly skus: readonly string[];
    };

/** The promise subgraph, as orders speaks to it. */
export interface PromiseClient {
  /** Lines carry the ids they will have in the order. */
  source(input: SourceInput, requestId: string): Promise<SourceOutcome>;
}

export interface SourceInput {
  readonly handle: string;
  readonly cart: CartDoc;
  readonly windowStartAtMs?: number | undefined;
  readonly excludedLocationIds: readonly string[];
}

const sourceOrder = `mutation($input: SourceOrderInput!) { sourceOrder(input: $input) { __typename
  ... on SourcingDecision {
    methodType code title promiseId configVersion earliestDeliveryAt latestDeliveryAt timeZone confidence kgCO2e
    price { amountMinor } tax { amountMinor } collectAt { id }
    shipments { locationId serviceCode lines { lineId sku quantity future } capacityDay milestones { code dueAt } } }
  ... on SourcingRefused { code message skus } } }`;

type Json = Record<string, never>;

export const createPromiseClient = (client: SubgraphClient): PromiseClient => ({
  source: async ({ handle, cart, windowStartAtMs, excludedLocationIds }, requestId) => {
    const lines = cart.lines.map(({ id, sku, quantity, customisation }) => ({
      lineId: id,
      sku,
      quantity,
      customisation,
    }));
    const input = {
      handle,
      cartId: cart._id,
      channel: cart.channel,
      currency: cart.currency,
      destination: cart.destination,
      lines,
      excludedLocationIds,
      ...(windowStartAtMs === undefined ? {} : { windowStartAt: new Date(windowStartAtMs).toISOString() }),
    };
    const data = await client.call<{ sourceOrder: Json }>('promise', sourceOrder, {
      variables: { input },
      requestId,
    });
    return outcomeOf(data.sourceOrder, cart);
  },
});

/** The answer as orders keeps it: instants as epoch ms, customisations back on their lines. */
function outcomeOf(answer: Json, cart: CartDoc): SourceOutcome {
  const a = answer as Record<string, unknown>;
  if (a['__typename'] !== 'SourcingDecision')
    return {
      kind: 'refused',
      code: String(a['code']),
      message: String(a['message']),
      skus: a['skus'] as string[],
    };
  const made = new Map(cart.lines.map((line) => [line.id, line.customisation]));
  const shipments = (a['shipments'] as ShipmentAnswer[]).map((shipment) => ({
    locationId: shipment.locationId,
    serviceCode: shipment.serviceCode,
    lines: shipment.lines.map((line) => {
      const customisation = made.get(line.lineId);
      return { ...line, ...(customisation === undefined ? {} : { customisation }) };
    }),
    capacityDay: shipment.capacityDay,
    milestones: shipment.milestones.map(({ code, dueAt }) => ({ code, dueAtMs: Date.parse(dueAt) })),
  }));
  const collectAt = a['collectAt'] as { id: string } | null;
  return {
    kind: 'decided',
    decision: {
      promise: {
        promiseId: String(a['promiseId']),
        methodType: a['methodType'] as Placed['promise']['methodType'],
        code: String(a['code']),
        title: String(a['title']),
        earliestAtMs: Date.parse(String(a['earliestDeliveryAt'])),
        latestAtMs: Date.parse(String(a['latestDeliveryAt'])),
        timeZone: String(a['timeZone']),
        confidence: Number(a['confidence']),
        kgCO2e: Number(a['kgCO2e']),
        configVersion: String(a['configVersion']),
        ...(collectAt === null ? {} : { collectAtId: collectAt.id }),
        // What is promised then is the window itself, chosen or the first.
        ...(a['methodType'] === 'SCHEDULED'
          ? { windowStartAtMs: Date.parse(String(a['earliestDeliveryAt'])) }
          : {}),
      },
      deliveryMinor: (a['price'] as { amountMinor: number }).amountMinor,
      deliveryTaxMinor: (a['tax'] as { amountMinor: number }).amountMinor,
      shipments,
    },
  };
}

interface ShipmentAnswer {
  readonly locationId: string;
  readonly serviceCode: string | null;
  readonly lines: readonly { lineId: string; sku: string; quantity: number; future: boolean }[];
  readonly capacityDay: string;
  readonly milestones: readonly {
    code: Placed['shipments'][number]['milestones'][number]['code'];
    dueAt: string;
  }[];
}
