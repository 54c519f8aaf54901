import type { FulfillmentWorld } from './subgraphWorld.ts';

/** What a unit of an article weighs, as the catalogue tells. */
export const weigh = (world: FulfillmentWorld, sku: string, weightGrams: number) =>
  world.hear(
    'catalog.VariantsChanged',
    {
      variants: [
        {
          ...{ sku, productId: sku, weightGrams, lengthMm: 300, widthMm: 200, heightMm: 100 },
          ...{ customisable: false, restrictions: [], taxBasisPoints: 2_000 },
          price: { amountMinor: 1_000, currency: 'EUR' },
        },
      ],
    },
    `variants:${sku}`,
  );

/** What a parcel of a service may weigh, as shipping tells. */
export const carry = (world: FulfillmentWorld, code: string, maxWeightGrams: number) =>
  world.hear(
    'shipping.CarrierServiceChanged',
    {
      ...{ code, carrier: 'postale', name: { en: code }, methodTypes: ['SHIPPING'], active: true },
      ...{ maxWeightGrams, maxLengthMm: 1_200, refusedRestrictions: [], lastMileVehicle: 'VAN_DIESEL' },
      ...{ stopsPerRound: 1, kmPerRound: 1, lineHaulVehicle: 'HGV_ARTIC', pickupWeekdays: [1] },
      ...{ pickupTime: '18:00', deliveryWeekdays: [1], deliveryFrom: '08:00', deliveryUntil: '18:00' },
      ...{ windows: [], lanes: [] },
    },
    `service:${code}`,
  );
