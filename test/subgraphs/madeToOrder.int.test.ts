import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../support/buyer.ts';
import { cancelUnits, workUntil } from '../support/cancelling.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { placeInput } from '../support/retailerInput.ts';
import { act, firstWorkOn, workOn } from '../support/staff.ts';
import { catalogRows, expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const addText = `mutation($input: AddCartLineInput!) { addCartLine(input: $input) { lines { id customisation
  options { code value } unitPrice { amountMinor } } } }`;
const queueText = `query($locationId: ID!, $craft: ID) { makingQueue(locationId: $locationId, craft: $craft) { begun
  fulfillmentOrder { id } line { sku making { code value craft minutes instructions isAttachment } } } }`;
const importText = `mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }`;

/** Rings are engraved in one place, shirts embroidered in another; both places hold both. */
describe('made to order', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const option = (code: string, craft: string, minutesPerUnit: number) => ({
    ...{ code, label: { en: code }, kind: 'TEXT', required: true, maxLength: 12, craft, minutesPerUnit },
    ...{ surcharges: [{ fromQuantity: 1, amountMinor: 700 }], instructions: `Do the ${code}` },
  });
  const wish = (code: string, value = 'Anna') => ({ options: [{ code, value }] });

  const cartWith = async (sku: string, more: object, quantity = 1): Promise<string> => {
    const cartId = await buyer.cart([]);
    const input = { cartId, line: { sku, quantity, ...more } };
    await application.ok('orders', addText, { input }, buyer.who);
    return cartId;
  };
  const latest = async (cartId: string): Promise<number> => {
    const { options } = await optionsFor(application, buyer.who, cartId, ['SHIPPING']);
    return Date.parse(options[0]?.latestDeliveryAt ?? '');
  };
  const ordered = async (cartId: string): Promise<string> => {
    const { order } = await buyer.place(await buyer.order(cartId));
    await application.settle();
    return order?.id ?? '';
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    const place = (id: string, ...crafts: string[]) => ({
      ...placeInput(id, 'WAREHOUSE', { city: 'Paris', postalCode: '75001' }),
      ...{ abilities: ['SHIP', 'CUSTOMISE'], crafts },
    });
    const locations = [place('engraver', 'ENGRAVE'), place('sewer', 'SEW')];
    await application.ok('fulfillment', importText, { input: { locations } });
    await application.sell(
      { sku: 'ring', customisable: true, customisationOptions: [option('ENGRAVING', 'ENGRAVE', 10)] },
      { sku: 'shirt', customisable: true, customisationOptions: [option('NAME', 'SEW', 10)] },
    );
    for (const sku of ['ring', 'shirt'])
      for (const at of ['engraver', 'sewer', 'warehouse']) await application.stock(sku, at, 5_000);
  });
  afterAll(() => application.stop());

  it('is priced with its options and refuses a wrong one before anything is changed', async () => {
    const cartId = await buyer.cart([]);
    const add = (line: object) => ({ input: { cartId, line: { sku: 'ring', quantity: 1, ...line } } });
    const code = (line: object) => application.code('orders', addText, add(line), buyer.who);
    expect(await code({})).toBe('OPTION_REFUSED');
    expect(await code(wish('ENGRAVING', 'far too long a text'))).toBe('OPTION_REFUSED');
    expect(await code(wish('NAME'))).toBe('OPTION_REFUSED');
    expect(await code({ customisation: 'Anna' })).toBe('BAD_USER_INPUT');
    expect(await application.ok('orders', addText, add(wish('ENGRAVING')), buyer.who)).toMatchObject({
      addCartLine: {
        lines: [
          {
            ...{ customisation: 'ENGRAVING: Anna', options: [{ code: 'ENGRAVING', value: 'Anna' }] },
            unitPrice: { amountMinor: 1_700 },
          },
        ],
      },
    });
  });

  it('goes where the craft is', async () => {
    const ring = await ordered(await cartWith('ring', wish('ENGRAVING')));
    const shirt = await ordered(await cartWith('shirt', wish('NAME')));
    expect((await workOn(application, ring)).map((work) => work.location.id)).toEqual(['engraver']);
    expect((await workOn(application, shirt)).map((work) => work.location.id)).toEqual(['sewer']);
  });

  it('is promised later the more there is to make', async () => {
    const one = await latest(await cartWith('ring', wish('ENGRAVING')));
    const many = await latest(await cartWith('ring', wish('ENGRAVING'), 500));
    expect(many).toBeGreaterThan(one);
  });

  it('is made in a queue of its own, with what whoever makes it has to know, and packed only then', async () => {
    const worker = callers.associate('engraver');
    const orderId = await ordered(await cartWith('ring', wish('ENGRAVING', 'Bob'), 2));
    const { id } = await firstWorkOn(application, orderId);
    const queue = async (craft?: string) => {
      type Queue = { makingQueue: { begun: boolean; fulfillmentOrder: { id: string }; line: object }[] };
      const variables = { locationId: 'engraver', craft };
      const { makingQueue } = await application.ok<Queue>('fulfillment', queueText, variables, worker);
      return makingQueue.filter((job) => job.fulfillmentOrder.id === id);
    };
    await act(application, 'acceptFulfillmentOrder', { id }, worker);
    expect(await queue()).toEqual([]);
    const picked = await act(application, 'pickFulfillmentOrder', { id }, worker);
    expect(picked.allowedActions).toContain('START_MAKING');
    expect(picked.allowedActions).not.toContain('PACK');
    const making = {
      ...{ code: 'ENGRAVING', value: 'Bob', craft: 'ENGRAVE', minutes: 20, isAttachment: false },
      instructions: 'Do the ENGRAVING',
    };
    expect(await queue('ENGRAVE')).toMatchObject([{ begun: false, line: { sku: 'ring', making: [making] } }]);
    expect(await queue('SEW')).toEqual([]);
    const make = (name: string) =>
      application.ok<Record<string, { step: string; allowedActions: string[] }>>(
        'fulfillment',
        `mutation($input: MakingInput!) { ${name}(input: $input) { step allowedActions } }`,
        { input: { id, idempotencyKey: name } },
        worker,
      );
    expect((await make('startMaking'))['startMaking']?.step).toBe('MAKING');
    expect(await queue()).toMatchObject([{ begun: true }]);
    const made = (await make('finishMaking'))['finishMaking'];
    expect(made?.step).toBe('MADE');
    expect(made?.allowedActions).toEqual(['REJECT', 'PACK', 'REPORT_FAILED']);
    expect(await queue()).toEqual([]);
    expect((await act(application, 'packFulfillmentOrder', { id }, worker)).step).toBe('PACKED');
  });

  it('is set aside where it is cancelled after making, and nobody else buys it; before, it goes back', async () => {
    interface Row {
      readonly sku: string;
      readonly locationId: string;
      readonly condition?: string;
      readonly onHand?: number;
      readonly reserved?: number;
      readonly quantity?: number;
    }
    const here = async (collection: string): Promise<Row[]> =>
      (await catalogRows<Row>(application, collection)).filter(
        ({ sku, locationId }) => sku === 'ring' && locationId === 'engraver',
      );
    const counts = async () => {
      const [stock] = await here('stock');
      const aside = (await here('conditionStock')).map(({ condition, quantity }) => [condition, quantity]);
      return { onHand: stock?.onHand ?? 0, reserved: stock?.reserved ?? 0, aside };
    };
    const before = await counts();
    const orderId = await ordered(await cartWith('ring', wish('ENGRAVING', 'Cleo'), 4));
    const work = await firstWorkOn(application, orderId);
    const lineId = work.lines[0]?.lineId ?? '';
    const cancel = async (quantity: number) => {
      await cancelUnits(application, buyer.who, { orderId, lines: [{ lineId, quantity }] });
      await application.settle();
    };
    await workUntil(application, work, 'PICKED');
    await cancel(1);
    // Nothing is engraved yet: it is as good as any other.
    expect(await counts()).toEqual({ ...before, reserved: before.reserved + 3 });
    for (const name of ['startMaking', 'finishMaking'])
      await application.ok(
        'fulfillment',
        `mutation($input: MakingInput!) { ${name}(input: $input) { step } }`,
        { input: { id: work.id, idempotencyKey: name } },
      );
    await cancel(1);
    const aside = [['MADE_TO_ORDER', 1]];
    expect(await counts()).toEqual({ onHand: before.onHand - 1, reserved: before.reserved + 2, aside });
    await act(application, 'packFulfillmentOrder', {
      ...{ id: work.id, parcels: [{ weightGrams: 100, lines: [{ lineId, quantity: 2 }] }] },
    });
    for (const name of ['labelFulfillmentOrder', 'handOverFulfillmentOrder'])
      await act(application, name, { id: work.id });
    await application.settle();
    expect(await counts()).toEqual({ onHand: before.onHand - 3, reserved: before.reserved, aside });
    type Told = { type: string; data: { sku?: string; reason?: string } };
    const journal = await catalogRows<Told>(application, 'journal');
    const why = journal.filter(({ data }) => data.reason === 'MADE_TO_ORDER').map(({ type }) => type);
    expect(why.sort()).toEqual(['catalog.ConditionStockChanged', 'catalog.StockChanged']);
    await expectSoundStock(application);
  });

  it('is shown to those who work there only', async () => {
    const variables = { locationId: 'engraver' };
    expect(await application.code('fulfillment', queueText, variables, callers.associate('sewer'))).toBe(
      'FORBIDDEN',
    );
    expect(await application.code('fulfillment', queueText, variables, callers.shopper())).toBe('FORBIDDEN');
  });
});
