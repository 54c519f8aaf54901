import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { milestonesOf } from '../commands/decision.ts';
import { serviceCodeOf } from '../domain/network/serviceConfigs.ts';
import { detailOf } from '../queries/refusal.ts';
import { askPromise } from '../queries/askPromise.ts';
import { codesOf } from '../queries/promotionCodes.ts';
import { mayExplain } from './operations.ts';
import { traceSteps } from './traceSteps.ts';
import { codedError } from '../../../platform/errors/codedError.ts';

/** How answers look in the graph. Milestones are computed only for those who ask. */
export const typeResolvers: Pick<
  Resolvers,
  | 'SettingsRecord'
  | 'Cart'
  | 'ProductVariant'
  | 'Promise'
  | 'PromiseTrace'
  | 'DeliveryOption'
  | 'PlannedShipment'
  | 'UnavailableOption'
  | 'CarbonEstimate'
  | 'CarbonLeg'
  | 'RuleSet'
> = {
  SettingsRecord: settingsResolvers.record,
  Cart: {
    promotions: (cart, _args, { application, identity }) => {
      const { channel, currency, lines, destination, promotionCodes } = cart;
      const question = { channel, currency, lines, destination, promotionCodes };
      const asked = { ...question, customerGroups: identity.groups };
      const inForce = codesOf(application, asked, application.journal.clock.nowMs());
      return promotionCodes.map((code) => ({ code, inForce: inForce.includes(code) }));
    },
    deliveryOptions: (cart, args, context) => {
      const destination = args.destination ?? cart.destination;
      if (destination == null)
        throw codedError(
          'CART_INCOMPLETE',
          'The cart has no address and the question no destination; give one of them.',
        );
      return askPromise(context.application, {
        context: 'CART',
        cartId: cart.id,
        channel: cart.channel,
        currency: cart.currency,
        locale: cart.locale,
        destination,
        lines: cart.lines,
        methodTypes: args.methodTypes ?? undefined,
        maxSplits: args.maxSplits ?? undefined,
        effort: args.effort ?? undefined,
        explain: mayExplain(context),
        customerGroups: context.identity.groups,
        promotionCodes: cart.promotionCodes,
      });
    },
  },
  ProductVariant: {
    deliveryPromise: ({ sku }, args, context) =>
      askPromise(context.application, {
        ...{
          context: 'PRODUCT_PAGE',
          channel: args.channel ?? 'web',
          currency: args.currency ?? 'EUR',
          locale: args.locale ?? 'en',
        },
        destination: args.destination,
        lines: [{ sku, quantity: args.quantity ?? 1 }],
        methodTypes: args.methodTypes ?? undefined,
        explain: mayExplain(context),
        customerGroups: context.identity.groups,
      }),
  },
  Promise: {
    unavailable: ({ unavailable }) => [...unavailable],
    trace: (answer) => answer,
  },
  PromiseTrace: {
    steps: ({ result }) => (result.trace === undefined ? [] : traceSteps(result.trace)),
    json: ({ result }) => JSON.stringify(result.trace ?? null),
  },
  DeliveryOption: {
    shipments: (option) => option.engine.shipments.map((shipment) => ({ ...shipment, option })),
  },
  PlannedShipment: {
    location: ({ locationId }) => ({ id: locationId }),
    carrierService: ({ serviceId }) => (serviceId === null ? null : { code: serviceCodeOf(serviceId) }),
    lines: ({ lines }) => lines.map(({ sku, quantity }) => ({ sku, quantity })),
    earliestDeliveryAt: ({ earliestMs }) => Math.floor(earliestMs),
    latestDeliveryAt: ({ latestMs }) => Math.ceil(latestMs),
    milestones: (shipment, _args, { application }) => {
      const { option } = shipment;
      const { question } = option.offer;
      const placedAtMs = question.atMs ?? application.journal.clock.nowMs();
      return milestonesOf(application, shipment, question.destination, {
        promisedLatestMs: option.latestDeliveryAt,
        placedAtMs,
      });
    },
  },
  UnavailableOption: {
    reason: ({ reasons }) => reasons[0]?.code ?? 'NOT_OFFERED',
    reasons: ({ reasons }) => [...new Set(reasons.map(({ code }) => code))],
    detail: detailOf,
    skus: ({ reasons }) => [...new Set(reasons.flatMap(({ skus }) => skus ?? []))],
    collectAtId: ({ pickupId }) => pickupId ?? null,
  },
  CarbonEstimate: {
    kgCO2e: ({ grams }) => grams / 1_000,
    legs: ({ legs }) => legs.filter(({ kind }) => kind !== 'CUSTOMER_TRIP'),
    customerTripKgCO2e: ({ customerTrip }) =>
      customerTrip === undefined ? null : customerTrip.grams / 1_000,
    customerTripAssumption: ({ customerTrip }) => customerTrip?.assumption ?? null,
    customerTripAccuracy: ({ customerTrip }) => customerTrip?.accuracy ?? null,
  },
  CarbonLeg: {
    km: ({ distanceKm }) => distanceKm,
    kg: ({ weightKg }) => weightKg,
    kgCO2e: ({ grams }) => grams / 1_000,
  },
  RuleSet: {
    version: (ruleSet) => ruleSet._id,
    createdAt: (ruleSet) => ruleSet.createdAtMs,
    effectiveAt: (ruleSet) => ruleSet.effectiveAtMs ?? null,
    copyOf: (ruleSet) => ruleSet.copyOf ?? null,
  },
};
