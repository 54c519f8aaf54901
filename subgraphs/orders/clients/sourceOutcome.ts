import type { Decision } from '../domain/place.ts';
import type { OrderState } from '../domain/order.ts';
import type { SourceOrderResult } from '../generated/promiseOperations.ts';
import type { CartDoc } from '../store/models.ts';

/** A decision, or why there is none. */
export type SourceOutcome =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly skus: readonly string[];
    };

/** What is sourced: a cart, or units of an order. */
export interface Sourceable extends Pick<CartDoc, '_id' | 'channel' | 'currency' | 'address'> {
  readonly destination?: OrderState['destination'] | undefined;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly quantity: number;
    readonly customisation?: string | undefined;
  }[];
}

type Sourced = Extract<SourceOrderResult['sourceOrder'], { readonly shipments: unknown }>;

/** Steps of a plan, instants as epoch ms. */
export const milestonesOf = (milestones: Sourced['shipments'][number]['milestones']) =>
  milestones.map(({ code, dueAt }) => ({ code, dueAtMs: Date.parse(dueAt) }));

/** The answer as orders keeps it: instants as epoch ms, customisations back on their lines. */
export function outcomeOf(answer: SourceOrderResult['sourceOrder'], cart: Sourceable): SourceOutcome {
  if (answer.__typename === 'SourcingRefused') {
    const { code, message, skus } = answer;
    return { kind: 'refused', code, message, skus };
  }
  const { promiseId, methodType, code, title, timeZone, confidence, kgCO2e, configVersion } = answer;
  const earliestAtMs = Date.parse(answer.earliestDeliveryAt);
  const promise = {
    ...{ promiseId, methodType, code, title, timeZone, confidence, kgCO2e, configVersion, earliestAtMs },
    latestAtMs: Date.parse(answer.latestDeliveryAt),
    costToServe: answer.costToServe,
    ...(answer.collectAt === null ? {} : { collectAtId: answer.collectAt.id }),
    ...(answer.collectAt?.holdUntil == null ? {} : { holdUntilAtMs: Date.parse(answer.collectAt.holdUntil) }),
    // What is promised then is the window itself, chosen or the first.
    ...(methodType === 'SCHEDULED' ? { windowStartAtMs: earliestAtMs } : {}),
  };
  return {
    kind: 'decided',
    decision: {
      promise,
      deliveryMinor: answer.price.amountMinor,
      deliveryTaxMinor: answer.tax.amountMinor,
      shipments: answer.shipments.map((shipment) => shipmentOf(shipment, cart)),
      ...(answer.promotionCodes.length === 0 ? {} : { promotionCodes: answer.promotionCodes }),
    },
  };
}

function shipmentOf(shipment: Sourced['shipments'][number], cart: Sourceable): Decision['shipments'][number] {
  const made = new Map(cart.lines.map((line) => [line.id, line.customisation]));
  return {
    ...{ locationId: shipment.locationId, serviceCode: shipment.serviceCode },
    lines: shipment.lines.map((line) => {
      const customisation = made.get(line.lineId);
      return { ...line, ...(customisation === undefined ? {} : { customisation }) };
    }),
    capacityDay: shipment.capacityDay,
    milestones: milestonesOf(shipment.milestones),
  };
}
