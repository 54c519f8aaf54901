import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, placeOrderText } from '../../../test/support/buyer.ts';
import { serviceInput } from '../../../test/support/retailerInput.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Answer {
  readonly options: readonly {
    readonly handle: string;
    readonly title: string;
    readonly shipments: readonly { readonly latestDeliveryAt: string }[];
    readonly latestDeliveryAt: string;
  }[];
  readonly unavailable: readonly { readonly reason: string; readonly detail: string }[];
}
const answerFields = `options { handle title latestDeliveryAt shipments { latestDeliveryAt } }
  unavailable { reason detail }`;

describe('what a customer is promised', () => {
  let application: TradingApplication;
  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'cup' }, { sku: 'last' }, { sku: 'shared' });
    await application.stock('cup', 'warehouse', 9);
  });
  afterAll(() => application.stop());

  const product = async (sku: string, more: object = {}): Promise<Answer> => {
    const query = `query($of: [_Any!]!, $to: DestinationInput!, $locale: String, $channel: ID, $quantity: Int) {
      _entities(representations: $of) { ... on ProductVariant {
        deliveryPromise(destination: $to, locale: $locale, channel: $channel, quantity: $quantity, methodTypes: [SHIPPING]) { ${answerFields} } } } }`;
    const variables = {
      of: [{ __typename: 'ProductVariant', sku }],
      to: { country: 'FR', postalCode: '75002' },
      ...more,
    };
    type Found = { _entities: { deliveryPromise: Answer }[] };
    const { _entities } = await application.ok<Found>('promise', query, variables);
    const found = _entities[0]?.deliveryPromise;
    if (found === undefined) throw new Error('No promise came.');
    return found;
  };
  const ofCart = async (cartId: string, sku: string, quantity: number): Promise<Answer> => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Cart {
      deliveryOptions(methodTypes: [SHIPPING]) { ${answerFields} } } } }`;
    const cart = {
      ...{ __typename: 'Cart', id: cartId, channel: 'web', currency: 'EUR', locale: 'en' },
      ...{ destination: { country: 'FR', postalCode: '75002' }, lines: [{ sku, quantity }] },
    };
    type Found = { _entities: { deliveryOptions: Answer }[] };
    const { _entities } = await application.ok<Found>('promise', query, { of: [cart] });
    const found = _entities[0]?.deliveryOptions;
    if (found === undefined) throw new Error('No promise came.');
    return found;
  };
  const importService = async (more: object): Promise<void> => {
    const query = `mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed } }`;
    const service = { ...serviceInput, nameFr: 'Colis', nameIt: 'Pacco', ...more };
    await application.ok('shipping', query, { input: { services: [service] } });
    await application.settle();
  };

  it('is told in the language that was asked for, whatever its case or region', async () => {
    await importService({});
    const titles: string[] = [];
    for (const locale of ['en', 'FR', 'fr-CA', 'it_IT', 'IT', 'de', 'nonsense'])
      titles.push((await product('cup', { locale })).options[0]?.title ?? '');
    expect(titles).toEqual(['Parcel', 'Colis', 'Colis', 'Pacco', 'Pacco', 'Parcel', 'Parcel']);
    const detail = async (locale: string) =>
      (await product('cup', { locale, quantity: 99 })).unavailable.map((each) => each.detail);
    expect(await detail('FR')).toEqual(['Il reste moins d’unités que demandé (cup).']);
    expect(await detail('it-CH')).toEqual(['Restano meno unità di quelle richieste (cup).']);
    expect(await detail('en')).toEqual([expect.stringContaining('9 of 99 units of cup')]);
  });

  it('says when each of its parcels comes', async () => {
    const [option] = (await product('cup')).options;
    expect(option?.shipments.map(({ latestDeliveryAt }) => latestDeliveryAt)).toEqual([
      option?.latestDeliveryAt,
    ]);
  });

  it('is there for the cart that holds the last units, and for nobody else', async () => {
    await application.stock('last', 'warehouse', 2);
    const hold = `mutation($input: HoldForCartInput!) { holdForCart(input: $input) { __typename } }`;
    const lines = [{ sku: 'last', locationId: 'warehouse', quantity: 2 }];
    const input = { idempotencyKey: 'h1', cartId: 'mine', ttlSeconds: 60, lines };
    await application.ok('catalog', hold, { input });
    await application.settle();
    expect((await ofCart('mine', 'last', 2)).options).toHaveLength(1);
    expect((await ofCart('mine', 'last', 3)).options).toHaveLength(0);
    expect((await ofCart('another', 'last', 1)).unavailable[0]?.reason).toBe('OUT_OF_STOCK');
    const free = `mutation { freeCartHold(cartId: "mine", idempotencyKey: "f1") }`;
    await application.ok('catalog', free);
    await application.settle();
    expect((await ofCart('another', 'last', 2)).options).toHaveLength(1);
  });

  it('leaves units to other channels, as many as the catalogue’s settings say', async () => {
    await application.stock('shared', 'warehouse', 3);
    const sold = async (channel: string) => {
      const offered: number[] = [];
      for (const quantity of [1, 2, 3])
        if ((await product('shared', { channel, quantity })).options.length > 0) offered.push(quantity);
      const query = `query($channel: ID) { variant(sku: "shared") { availability(channel: $channel) { availableToPromise } } }`;
      type Page = { variant: { availability: { availableToPromise: number } } };
      const { variant } = await application.ok<Page>('catalog', query, { channel });
      return { promised: Math.max(0, ...offered), shown: variant.availability.availableToPromise };
    };
    expect(await sold('web')).toEqual({ promised: 3, shown: 3 });
    expect(await sold('marketplace')).toEqual({ promised: 2, shown: 2 });
    const change = `mutation($input: ChangeSettingsInput!) { changeCatalogSettings(input: $input) { version } }`;
    const changes = [{ key: 'channelBufferUnits', value: { web: 1, marketplace: 2 } }];
    const input = { version: 0, idempotencyKey: 'buffers', reason: 'more for the app', changes };
    await application.ok('catalog', change, { input });
    await application.settle();
    expect(await sold('web')).toEqual({ promised: 2, shown: 2 });
    expect(await sold('marketplace')).toEqual({ promised: 1, shown: 1 });
  });

  it('is refused at checkout when the carrier cannot print the address, naming the field', async () => {
    await importService({ addressLimits: { name: 35, line1: 35, characters: 'LATIN1' } });
    const shopper = callers.shopper('limits');
    const buyer = buyerIn(application, shopper);
    const order = async (more: object): Promise<unknown> => {
      const cartId = await buyer.cart([{ sku: 'cup', quantity: 1 }]);
      const address = {
        ...{ name: 'Zoë B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' },
        ...more,
      };
      const set = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }`;
      await application.ok('orders', set, { input: { cartId, address } }, shopper);
      const result = await application.run(
        'orders',
        placeOrderText,
        { input: await buyer.order(cartId) },
        shopper,
      );
      const [fault] = result.errors ?? [];
      return fault === undefined ? 'ordered' : [fault.extensions['code'], fault.message.split(':')[0]];
    };
    expect(await order({ line1: `${'Rue de la '.repeat(8)} 12` })).toEqual(['ADDRESS_NOT_CARRIED', 'line1']);
    expect(await order({ name: '王小明' })).toEqual(['ADDRESS_NOT_CARRIED', 'name']);
    expect(await order({})).toBe('ordered');
  });
});
