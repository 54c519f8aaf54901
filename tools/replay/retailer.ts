import type { GraphClient } from '../client/graphClient.ts';
import type { JoinedItem, JoinedOrder } from '../olist/joinOrders.ts';
import { olistZone } from './instants.ts';

/** Most rows of one import. */
const atOnce = 500;
/** Bounds that the catalogue sets; the tables have zeros and blanks. */
const within = (value: number | undefined, factor: number, otherwise: number): number =>
  Math.min(1_000_000, Math.max(1, Math.round((value ?? 0) * factor) || otherwise));

/** A seller's product is a variant of its own: the real orders say who shipped what. */
export const skuOf = ({ item }: JoinedItem): string =>
  `${item.productId.slice(0, 16)}-${item.sellerId.slice(0, 16)}`;
export const locationOf = (sellerId: string): string => sellerId;

/** Middle of Brazil, for sellers whose postal prefix has no coordinates. */
const middle = { lat: -15.78, lng: -47.93 };

function* chunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '24:00' }));
const brl = (amountMinor: number) => ({ amountMinor, currency: 'BRL' });

/** Business days within which the post delivers, by distance; wide, as a first promise without experience must be. */
const bands: readonly (readonly [maxKm: number, min: number, max: number])[] = [
  [150, 2, 12],
  [500, 3, 17],
  [1_000, 4, 21],
  [2_000, 5, 26],
  [6_000, 6, 34],
];

const postalService = {
  ...{ code: 'correios', carrier: 'correios', nameEn: 'Postal parcel', methodTypes: ['SHIPPING'] },
  ...{
    maxWeightGrams: 1_000_000,
    maxLengthMm: 1_000_000,
    lastMileVehicle: 'VAN_DIESEL',
    lineHaulVehicle: 'HGV_ARTIC',
  },
  ...{
    pickupWeekdays: [1, 2, 3, 4, 5, 6],
    pickupTime: '18:00',
    deliveryWeekdays: [1, 2, 3, 4, 5, 6],
    deliveryUntil: '22:00',
  },
  lanes: bands.map(([maxDistanceKm, transitDaysMin, transitDaysMax]) => ({
    ...{ originCountry: 'BR', destinationCountry: 'BR', maxDistanceKm, transitDaysMin, transitDaysMax },
    ...{
      price: brl(1_500),
      pricePerKg: brl(300),
      cost: brl(1_200 + transitDaysMax * 10),
      costPerKg: brl(250),
    },
  })),
};

/** Rules for a marketplace of far-away suppliers: promises may look far ahead, an order may come from many sellers. */
export const replayRules = {
  ...{
    id: 'replay',
    version: 1,
    name: 'Marketplace of suppliers',
    rules: [],
    maxSplits: 20,
    splitLines: true,
  },
  objective: {
    kind: 'WEIGHTED',
    weights: { split: 300, latenessPerDay: 60, carbonPerTonne: 10_000, load: 100, markdown: 1 },
  },
  stages: [
    { name: 'on-time', toleranceDays: 0 },
    { name: 'ten-days', toleranceDays: 10 },
  ],
  ...{ releaseMinutes: 15, keptTarget: 0.95, horizonDays: 120 },
  degraded: { staleAfterMs: {}, addDays: 1, withholdUnits: 0 },
};

/** Loads sellers, products and their stock through the public API. */
export async function importRetailer(
  admin: GraphClient,
  orders: readonly JoinedOrder[],
): Promise<{ locations: number; variants: number }> {
  const items = orders.flatMap((order) => order.items);
  const send = (field: string, type: string, input: object) =>
    admin.run(`mutation($input: ${type}!) { ${field}(input: $input) { changed } }`, { input });
  await send('importCarrierServices', 'ImportCarrierServicesInput', { services: [postalService] });
  const sellers = [...new Map(items.map((item) => [item.seller.id, item])).values()];
  for (const batch of chunks(sellers.map(sellerLocation), 200))
    await send('importLocations', 'ImportLocationsInput', { locations: batch });
  const variants = [...new Map(items.map((item) => [skuOf(item), item])).values()];
  for (const batch of chunks(variants, atOnce))
    await admin.run(
      'mutation($input: ImportProductsInput!) { importProducts(input: $input) { changed refused { key message } } }',
      {
        input: { products: batch.map(product) },
      },
    );
  // The tables do not say when a seller accepted, only when the goods left.
  await admin.run(
    'mutation($input: ChangeSettingsInput!) { changeFulfillmentSettings(input: $input) { version } }',
    {
      input: {
        ...{ version: 0, changes: [{ key: 'supplierAnswerHours', value: 0 }] },
        ...{ reason: 'the tables do not say when a seller accepts', idempotencyKey: 'replay-settings' },
      },
    },
  );
  const demand = new Map<string, { sku: string; locationId: string; onHand: number }>();
  for (const item of items) {
    const sku = skuOf(item);
    const row = demand.get(sku) ?? { sku, locationId: locationOf(item.seller.id), onHand: 0 };
    demand.set(sku, { ...row, onHand: row.onHand + 1 });
  }
  for (const positions of chunks([...demand.values()], atOnce))
    await send('importStock', 'ImportStockInput', { positions });
  const { draftRuleSet } = await admin.run<{
    draftRuleSet: { ruleSet?: { version: string }; faults?: unknown };
  }>(
    'mutation($input: DraftRuleSetInput!) { draftRuleSet(input: $input) { ... on DraftRuleSetSuccess { ruleSet { version } } ... on InvalidRuleSet { faults { path message } } } }',
    { input: { name: 'Replay', rulesJson: JSON.stringify(replayRules) } },
  );
  if (draftRuleSet.ruleSet === undefined)
    throw new Error(`The rules were refused: ${JSON.stringify(draftRuleSet.faults)}`);
  await admin.run(
    'mutation($version: ID!) { publishRuleSet(version: $version, reason: "for the replay") { state } }',
    { version: draftRuleSet.ruleSet.version },
  );
  return { locations: sellers.length, variants: variants.length };
}

const sellerLocation = ({ seller, sellerPlace }: JoinedItem) => ({
  ...{
    id: locationOf(seller.id),
    name: `Seller in ${seller.city}`,
    kind: 'SUPPLIER',
    city: seller.city,
    country: 'BR',
  },
  ...{
    postalCode: seller.zipPrefix,
    latitude: (sellerPlace ?? middle).lat,
    longitude: (sellerPlace ?? middle).lng,
  },
  ...{
    timeZone: olistZone,
    openingHours: everyDay,
    abilities: ['SHIP', 'CUSTOMISE'],
    capacityPerDay: 100_000,
  },
  // Sellers hand over two to three days after the order; learned times take over where there are any.
  handlingMinutes: 3 * 24 * 60,
});

const product = (joined: JoinedItem) => ({
  ...{
    id: skuOf(joined),
    title: { en: joined.product?.category ?? 'things' },
    category: joined.product?.category ?? 'things',
  },
  variants: [
    {
      sku: skuOf(joined),
      price: brl(joined.item.priceMinor),
      taxBasisPoints: 0,
      weightGrams: within(joined.product?.weightGrams, 1, 500),
      lengthMm: within(joined.product?.lengthCm, 10, 200),
      widthMm: within(joined.product?.widthCm, 10, 150),
      heightMm: within(joined.product?.heightCm, 10, 100),
    },
  ],
});
