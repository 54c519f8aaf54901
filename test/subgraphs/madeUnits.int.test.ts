import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../support/buyer.ts';
import { cancelUnits, workUntil } from '../support/cancelling.ts';
import { placeInput } from '../support/retailerInput.ts';
import { act, deliver, firstWorkOn, type Work } from '../support/staff.ts';
import { catalogRows, expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const addText = 'mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }';
const importText = 'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }';
const failText = 'mutation($input: FailedUnitsInput!) { reportFailedUnits(input: $input) { id } }';
const rejectText =
  'mutation($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { id } }';
const moveText =
  'mutation($input: MoveConditionStockInput!) { moveConditionStock(input: $input) { quantity } }';
const requestText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
  ... on RequestReturnSuccess { return { id } } ... on NotReturnable { code } } }`;
const receiveText = 'mutation($input: ReceiveReturnInput!) { receiveReturn(input: $input) { id } }';
const inspectText = 'mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { status } }';

type Step = 'PICKED' | 'MAKING' | 'MADE' | 'PACKED';
type Way = 'reject' | 'reject broken' | 'cannot be done' | 'broken' | 'cancel';

/** Rings that are engraved in two places; an order has two of them engraved and one as it is. */
describe('units begun or made for an order', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const key = (): string => `made-${++keys}`;

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    const place = (id: string) => ({
      ...placeInput(id, 'WAREHOUSE', { city: 'Paris', postalCode: '75001' }),
      ...{ abilities: ['SHIP', 'CUSTOMISE'], crafts: ['ENGRAVE'] },
    });
    await application.ok('fulfillment', importText, { input: { locations: [place('east'), place('west')] } });
    const option = {
      code: 'ENGRAVING',
      label: { en: 'Words' },
      kind: 'TEXT',
      required: false,
      maxLength: 12,
    };
    await application.sell({
      sku: 'ring',
      customisable: true,
      customisationOptions: [{ ...option, craft: 'ENGRAVE', minutesPerUnit: 5 }],
    });
    for (const at of ['east', 'west']) await application.stock('ring', at, 900);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  const ordered = async (): Promise<{ orderId: string; work: Work }> => {
    const cartId = await buyer.cart([]);
    for (const line of [
      { sku: 'ring', quantity: 2, options: [{ code: 'ENGRAVING', value: 'Anna' }] },
      { sku: 'ring', quantity: 1 },
    ])
      await application.ok('orders', addText, { input: { cartId, line } }, buyer.who);
    const { order } = await buyer.place(await buyer.order(cartId));
    await application.settle();
    const orderId = order?.id ?? '';
    return { orderId, work: await firstWorkOn(application, orderId) };
  };
  const make = (id: string, name: string) =>
    application.ok('fulfillment', `mutation($input: MakingInput!) { ${name}(input: $input) { step } }`, {
      input: { id, idempotencyKey: key() },
    });
  const pack = (work: Work) => {
    const lines = work.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return act(application, 'packFulfillmentOrder', {
      ...{ id: work.id, parcels: [{ weightGrams: 100, lines }] },
    });
  };
  const bring = async (work: Work, step: Step): Promise<void> => {
    await workUntil(application, work, 'PICKED');
    if (step !== 'PICKED') await make(work.id, 'startMaking');
    if (step === 'MADE' || step === 'PACKED') await make(work.id, 'finishMaking');
    if (step === 'PACKED') await pack(work);
  };
  const engraved = (work: Work): string => work.lines.find(({ quantity }) => quantity === 2)?.lineId ?? '';
  const leave = async (orderId: string, work: Work, way: Way): Promise<void> => {
    const lineId = engraved(work);
    const failed = (reason: string) =>
      application.ok('fulfillment', failText, {
        input: { id: work.id, lines: [{ lineId, quantity: 1, reason }], idempotencyKey: key() },
      });
    if (way === 'reject' || way === 'reject broken')
      await application.ok('fulfillment', rejectText, {
        input: { id: work.id, reason: way === 'reject' ? 'CLOSED' : 'DAMAGED', idempotencyKey: key() },
      });
    if (way === 'cannot be done') await failed('NO_CAPACITY');
    if (way === 'broken') await failed('DAMAGED');
    if (way === 'cancel')
      await cancelUnits(application, buyer.who, { orderId, lines: [{ lineId, quantity: 1 }] });
    await application.settle();
  };
  interface Row {
    readonly sku: string;
    readonly locationId: string;
    readonly condition: string;
    readonly quantity: number;
    readonly onHand: number;
    readonly available: number;
  }
  const countsAt = async (locationId: string) => {
    const at = async (collection: string) =>
      (await catalogRows<Row>(application, collection)).filter((row) => row.locationId === locationId);
    const [stock] = await at('stock');
    const aside = (await at('conditionStock')).filter(({ condition }) => condition === 'MADE_TO_ORDER');
    return {
      onHand: stock?.onHand ?? 0,
      available: stock?.available ?? 0,
      aside: aside.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  };

  /** Units that leave by each way, and of these the engraved ones. */
  const leaving: Readonly<Record<Way, { all: number; engraved: number; broken: boolean }>> = {
    reject: { all: 3, engraved: 2, broken: false },
    'reject broken': { all: 3, engraved: 2, broken: true },
    'cannot be done': { all: 1, engraved: 1, broken: false },
    broken: { all: 1, engraved: 1, broken: true },
    cancel: { all: 1, engraved: 1, broken: false },
  };
  const cases = (['PICKED', 'MAKING', 'MADE', 'PACKED'] as const).flatMap((step) =>
    (Object.keys(leaving) as Way[]).map((way) => [step, way] as const),
  );

  it.each(cases)('that leave at step %s by way "%s" are never sold as new', async (step, way) => {
    const { orderId, work } = await ordered();
    await bring(work, step);
    const place = work.location.id;
    const before = await countsAt(place);
    await leave(orderId, work, way);
    const after = await countsAt(place);
    const { all, engraved: made, broken } = leaving[way];
    const aside = step === 'PICKED' || broken ? 0 : made;
    const lost = broken ? all : 0;
    expect({ step, way, ...after }).toEqual({
      ...{ step, way, aside: before.aside + aside, onHand: before.onHand - aside - lost },
      // Only what is as good as any other can be had again.
      available: before.available + all - aside - lost,
    });
    await expectSoundStock(application);
  });

  it('are not sold as new where they come back, whoever inspects them', async () => {
    const { orderId, work } = await ordered();
    await bring(work, 'PACKED');
    for (const name of ['labelFulfillmentOrder', 'handOverFulfillmentOrder'])
      await act(application, name, { id: work.id });
    await application.settle();
    await deliver(application, orderId, await firstWorkOn(application, orderId));
    const lineId = engraved(work);
    const lines = [{ lineId, quantity: 2, reason: 'DEFECTIVE' }];
    type Asked = { requestReturn: { return?: { id: string } } };
    const { requestReturn } = await application.ok<Asked>(
      'returns',
      requestText,
      { input: { orderId, lines, method: 'IN_STORE', idempotencyKey: key() } },
      buyer.who,
    );
    const id = requestReturn.return?.id ?? '';
    const worker = callers.agent(['returns:work', 'stock:write']);
    const place = work.location.id;
    await application.ok('returns', receiveText, { input: { id, locationId: place, key: key() } }, worker);
    const found = (disposition: string) => ({
      input: { id, key: key(), findings: [{ lineId, quantity: 1, disposition }] },
    });
    expect(await application.code('returns', inspectText, found('RESTOCK'), worker)).toBe('BAD_USER_INPUT');
    const before = await countsAt(place);
    await application.ok('returns', inspectText, found('REFURBISH'), worker);
    await application.settle();
    expect(await countsAt(place)).toEqual({ ...before, aside: before.aside + 1 });
    const move = (more: object) => ({
      input: {
        ...{ sku: 'ring', locationId: place, from: 'MADE_TO_ORDER', quantity: 1, reason: 'as seen' },
        ...{ idempotencyKey: key(), ...more },
      },
    });
    const onSale = move({ to: 'ON_SALE' });
    expect(await application.code('catalog', moveText, onSale, worker)).toBe('BAD_USER_INPUT');
    await application.ok('catalog', moveText, move({ to: 'SCRAPPED' }), worker);
    expect(await countsAt(place)).toEqual(before);
  });
});
