import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { resourceOrder, type ResourceOrderInput } from '../generated/promiseOperations.ts';
import type { DueTimes } from '../domain/fulfillmentOrder.ts';
import type { SoughtUnits } from '../domain/resourcing.ts';
import { dueTimesOf } from '../domain/dueTimes.ts';
import type { OrderWorkDoc } from '../store/models.ts';

/** Where sourcing puts units, or which SKUs nobody has. */
export type SourcingAnswer =
  | {
      readonly kind: 'placed';
      readonly latestAtMs: number;
      readonly shipments: readonly {
        readonly locationId: string;
        readonly serviceCode: string | null;
        readonly dueAt: DueTimes;
        readonly capacityDay: string;
        readonly lines: readonly { lineId: string; sku: string; quantity: number; future: boolean }[];
      }[];
    }
  | { readonly kind: 'refused'; readonly skus: readonly string[] };

/** The promise subgraph, as fulfillment speaks to it. */
export interface PromiseClient {
  /** A question without effect, so it may be repeated. */
  resource(
    order: OrderWorkDoc,
    lines: readonly SoughtUnits[],
    excludedLocationIds: readonly string[],
    requestId: string,
  ): Promise<SourcingAnswer>;
}

export const createPromiseClient = (client: SubgraphClient): PromiseClient => ({
  resource: async (order, lines, excludedLocationIds, requestId) => {
    const { country, postalCode, latitude, longitude } = order.destination;
    const input: ResourceOrderInput = {
      orderId: order._id,
      ...{ channel: order.channel, currency: order.currency, methodType: order.methodType, code: order.code },
      destination: { country, postalCode, latitude, longitude },
      collectAtId: order.collectAtId,
      lines: asLines(lines).map(({ lineId, sku, quantity, customisation }) => ({
        lineId,
        sku,
        quantity,
        customisation,
      })),
      excludedLocationIds,
      promisedLatestAt: new Date(order.promisedLatestAtMs).toISOString(),
      ...(order.windowStartAtMs === undefined
        ? {}
        : { windowStartAt: new Date(order.windowStartAtMs).toISOString() }),
    };
    const { resourceOrder: answer } = await client.call(resourceOrder, { variables: { input }, requestId });
    if (answer.__typename === 'SourcingRefused') return { kind: 'refused', skus: answer.skus };
    const latestAtMs = Date.parse(answer.latestDeliveryAt);
    const shipments = answer.shipments.map(({ milestones, ...shipment }) => ({
      ...shipment,
      dueAt: dueTimesOf(
        milestones.map(({ code, dueAt }) => ({ code, dueAtMs: Date.parse(dueAt) })),
        latestAtMs,
      ),
    }));
    return { kind: 'placed', latestAtMs, shipments };
  },
});

/** Units of a line, on the shelf or not, are asked for together: another place has its own. */
function asLines(units: readonly SoughtUnits[]): SoughtUnits[] {
  const lines = new Map<string, SoughtUnits>();
  for (const unit of units) {
    const quantity = unit.quantity + (lines.get(unit.lineId)?.quantity ?? 0);
    lines.set(unit.lineId, { ...unit, quantity });
  }
  return [...lines.values()];
}
