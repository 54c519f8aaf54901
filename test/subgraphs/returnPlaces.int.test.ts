import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeInput } from '../support/retailerInput.ts';
import { newKey, openReturnDesk, type ReturnDesk } from '../support/returnDesk.ts';
import { callers } from '../support/world.ts';

const placesText = `query($of: [_Any!]!, $near: DestinationInput, $methods: [ReturnMethod!]) {
  _entities(representations: $of) { ... on Order { returnPlaces(near: $near, methods: $methods) {
    method title(locale: "fr") name location { id } distanceMetres cost { amountMinor } open { from until } slots { from until }
    sendBy moneyBackBy } } } }`;
const returnText = `query($id: ID!) { return(id: $id) { statusText(locale: "it") place { id } pickup { from until }
  lines { reasonText(locale: "fr") dispositions { text(locale: "it") } } } }`;

interface Place {
  readonly method: string;
  readonly title: string;
  readonly name: string | null;
  readonly location: { readonly id: string } | null;
  readonly distanceMetres: number | null;
  readonly cost: { readonly amountMinor: number };
  readonly open: { readonly from: string; readonly until: string } | null;
  readonly slots: readonly { readonly from: string; readonly until: string }[];
  readonly moneyBackBy: string;
}

describe('where and how to return', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
    const point = {
      ...placeInput('relay', 'PICKUP_POINT', { city: 'Lyon', postalCode: '69002' }),
      abilities: [],
    };
    const locations = [{ ...point, abilities: ['COLLECT'], latitude: 45.75, longitude: 4.83 }];
    const text = 'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { __typename } }';
    await desk.application.ok('fulfillment', text, { input: { locations } });
  });
  afterAll(() => desk.application.stop());

  const places = async (id: string, more: object = {}): Promise<readonly Place[]> => {
    const of = [{ __typename: 'Order', id }];
    type Answer = { _entities: { returnPlaces: Place[] }[] };
    const answer = await desk.application.ok<Answer>('returns', placesText, { of, ...more }, desk.buyer.who);
    return answer._entities[0]?.returnPlaces ?? [];
  };

  it('lists stores and parcel points, nearest first, with dates, prices, and the pickup', async () => {
    const { orderId } = await desk.delivered(1);
    const near = { country: 'FR', postalCode: '69003' };
    const found = await places(orderId, { near });
    expect(found.map(({ method, location, cost }) => [method, location?.id, cost.amountMinor])).toEqual([
      ['DROP_OFF', 'relay', 290],
      ['IN_STORE', 'store', 0],
      ['PICKUP', undefined, 590],
    ]);
    const [relay, store, pickup] = found;
    expect(relay?.distanceMetres).toBeLessThan(20_000);
    expect((store?.distanceMetres ?? 0) > (relay?.distanceMetres ?? 0)).toBe(true);
    expect(store).toMatchObject({ title: 'Rapporter en magasin', name: 'Place store' });
    expect([relay?.open !== null, pickup?.open, (pickup?.slots.length ?? 0) > 1]).toEqual([true, null, true]);
    expect(Date.parse(store?.moneyBackBy ?? '')).toBeLessThan(Date.parse(pickup?.moneyBackBy ?? ''));
    expect((await places(orderId, { methods: ['IN_STORE'] })).map(({ method }) => method)).toEqual([
      'IN_STORE',
    ]);
  });

  it('keeps what was chosen, and refuses what is not offered', async () => {
    const sold = await desk.delivered(3);
    const pickup = (await places(sold.orderId)).find(({ method }) => method === 'PICKUP');
    const slot = pickup?.slots[1];
    const first = await desk.asked(sold, [[1, 'DOES_NOT_FIT']], { method: 'PICKUP', pickup: slot });
    const second = await desk.asked(sold, [[1, 'DOES_NOT_FIT']], { method: 'IN_STORE', placeId: 'store' });
    const look = async (id: string) =>
      (await desk.application.ok<{ return: object }>('returns', returnText, { id }, desk.buyer.who)).return;
    expect(await look(first.id)).toMatchObject({ place: null, pickup: slot });
    expect(await look(second.id)).toMatchObject({
      ...{ place: { id: 'store' }, pickup: null, statusText: 'Autorizzato' },
      lines: [{ reasonText: 'Ne va pas' }],
    });
    const text = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename } }`;
    const { orderId, lineId } = sold;
    const code = (more: object) => {
      const lines = [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }];
      const input = { orderId, lines, method: 'IN_STORE', idempotencyKey: newKey(), ...more };
      return desk.application.code('returns', text, { input }, desk.buyer.who);
    };
    expect(await code({ placeId: 'nowhere' })).toBe('UNKNOWN_LOCATION');
    expect(await code({ placeId: 'relay' })).toBe('BAD_USER_INPUT');
    expect(await code({ pickup: slot })).toBe('BAD_USER_INPUT');
    const early = { from: '2020-01-01T08:00:00Z', until: '2020-01-01T12:00:00Z' };
    expect(await code({ method: 'PICKUP', pickup: early })).toBe('BAD_USER_INPUT');
  });

  it('shows nothing of an order of somebody else', async () => {
    const { orderId: id } = await desk.delivered(1);
    const of = [{ __typename: 'Order', id }];
    const stranger = callers.shopper('somebody-else');
    expect(await desk.application.ok('returns', placesText, { of }, stranger)).toEqual({
      _entities: [{ returnPlaces: [] }],
    });
  });
});

const conditionText = `query($condition: StockCondition!) { conditionStock(condition: $condition) { edges { node {
  sku locationId quantity } } } }`;
const writeOffText = `{ writeOffs { edges { node { sku quantity why reason } } } }`;
const moveText = `mutation($input: MoveConditionStockInput!) { moveConditionStock(input: $input) { quantity } }`;

describe('what becomes of units that came back', () => {
  let desk: ReturnDesk;
  const keeper = callers.agent(['stock:read', 'stock:write']);
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const comeBack = async (disposition: string, quantity = 1): Promise<void> => {
    const sold = await desk.delivered(quantity);
    const { id } = await desk.asked(sold, [[quantity, 'CHANGED_MIND']]);
    await desk.receive(id, { reason: 'brought by a neighbour' });
    await desk.inspect(id, { lineId: sold.lineId, quantity, disposition });
  };
  const onHand = async (sku: string): Promise<number> => {
    const text = `query($sku: ID!) { stockPositions(sku: $sku, locationId: "warehouse") { edges { node { onHand } } } }`;
    type Stock = { stockPositions: { edges: { node: { onHand: number } }[] } };
    const { stockPositions } = await desk.application.ok<Stock>('catalog', text, { sku }, keeper);
    return stockPositions.edges[0]?.node.onHand ?? 0;
  };
  const condition = async (name: string): Promise<number> => {
    type Rows = { conditionStock: { edges: { node: { quantity: number } }[] } };
    const rows = await desk.application.ok<Rows>('catalog', conditionText, { condition: name }, keeper);
    return rows.conditionStock.edges.reduce((sum, { node }) => sum + node.quantity, 0);
  };
  const move = (from: string, to: string, quantity: number, more: object = {}) => ({
    ...{
      sku: 'shoe',
      locationId: 'warehouse',
      from,
      to,
      quantity,
      reason: 'as seen',
      idempotencyKey: newKey(),
    },
    ...more,
  });

  it('waits for repair, and goes on sale, to the outlet or away from there', async () => {
    await comeBack('REFURBISH', 3);
    expect(await condition('REFURBISH')).toBe(3);
    const before = await onHand('shoe');
    const repaired = move('REFURBISH', 'ON_SALE', 1);
    for (const input of [repaired, repaired])
      await desk.application.ok('catalog', moveText, { input }, keeper);
    expect([await onHand('shoe'), await condition('REFURBISH')]).toEqual([before + 1, 2]);
    await desk.application.ok('catalog', moveText, { input: move('REFURBISH', 'OUTLET', 1) }, keeper);
    await desk.application.ok('catalog', moveText, { input: move('REFURBISH', 'SCRAPPED', 1) }, keeper);
    expect([await condition('REFURBISH'), await condition('OUTLET')]).toEqual([0, 1]);
    expect(
      await desk.application.code('catalog', moveText, { input: move('REFURBISH', 'SCRAPPED', 1) }, keeper),
    ).toBe('INVALID_QUANTITY');
    expect(
      await desk.application.code('catalog', moveText, { input: move('OUTLET', 'ON_SALE', 1) }, keeper),
    ).toBe('BAD_USER_INPUT');
  });

  it('for the outlet is sold as an article of its own where there is one', async () => {
    await desk.application.sell({ sku: 'shoe-outlet', priceMinor: 600 });
    const before = await condition('OUTLET');
    await comeBack('OUTLET');
    expect([await onHand('shoe-outlet'), await condition('OUTLET')]).toEqual([1, before]);
  });

  it('for the bin or given away is written off', async () => {
    await comeBack('SCRAP');
    await comeBack('DONATE');
    type Rows = { writeOffs: { edges: { node: { why: string; quantity: number } }[] } };
    const { writeOffs } = await desk.application.ok<Rows>('catalog', writeOffText, {}, keeper);
    expect(writeOffs.edges.map(({ node }) => [node.why, node.quantity])).toEqual([
      ['DONATED', 1],
      ['SCRAPPED', 1],
      ['SCRAPPED', 1],
    ]);
  });

  it('is moved by those who may, and the words of the counter stand in the journal', async () => {
    const input = move('OUTLET', 'SCRAPPED', 1);
    const reader = callers.agent(['stock:read']);
    expect(await desk.application.code('catalog', moveText, { input }, reader)).toBe('FORBIDDEN');
    const event = await desk.application
      .database('returns')
      .collection('journal')
      .findOne({ type: 'returns.ReturnReceived' });
    expect(event?.['data']).toMatchObject({ reason: 'brought by a neighbour' });
  });
});
