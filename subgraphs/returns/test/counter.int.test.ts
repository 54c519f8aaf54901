import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeInput } from '../../../test/support/retailerInput.ts';
import { callers } from '../../../test/support/world.ts';
import { newKey, openReturnDesk, type ReturnDesk, type Sold } from '../../../test/support/returnDesk.ts';

const walkInText = `mutation($input: AcceptWalkInInput!) { acceptWalkIn(input: $input) { __typename
  ... on RequestReturnSuccess { return { id status lines { quantity received } } } ... on NotReturnable { code } } }`;

describe('at the counter of a store', () => {
  let desk: ReturnDesk;
  const associate = { ...callers.associate('store'), scopes: ['returns:work'] };
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const numberOf = async ({ orderId }: Sold): Promise<string> => {
    const query = 'query($id: ID!) { order(id: $id) { number } }';
    return (await desk.application.ok<{ order: { number: string } }>('orders', query, { id: orderId })).order
      .number;
  };
  const inputOf = (orderNumber: string, quantity: number, more: object = {}) => ({
    ...{ orderNumber, locationId: 'store', idempotencyKey: newKey() },
    lines: [{ sku: 'shoe', quantity, reason: 'CHANGED_MIND' }],
    ...more,
  });
  type Answer = {
    acceptWalkIn: { __typename: string; code?: string; return?: { id: string; status: string } };
  };
  const walkIn = async (input: object) => {
    const { acceptWalkIn } = await desk.application.ok<Answer>('returns', walkInText, { input }, associate);
    await desk.application.settle();
    return acceptWalkIn;
  };

  it('units are taken in by the number of their order, and paid back when they are good', async () => {
    const sold = await desk.delivered(2);
    const input = inputOf(await numberOf(sold), 1);
    const done = await walkIn(input);
    expect(done.return).toMatchObject({ status: 'RECEIVED', lines: [{ quantity: 1, received: 1 }] });
    expect((await walkIn(input)).return?.id).toBe(done.return?.id);
    const finding = {
      lineId: sold.lineId,
      quantity: 1,
      disposition: 'OUTLET',
      grade: 'USED',
      photos: ['p-1'],
      note: 'worn',
    };
    await desk.inspect(done.return?.id ?? '', finding);
    expect(await desk.refunds(sold.orderId)).toEqual([1_000]);
    const query = `query($id: ID!) { return(id: $id) { lines { dispositions { disposition grade photos note } } } }`;
    expect(
      await desk.application.ok('returns', query, { id: done.return?.id }, desk.buyer.who),
    ).toMatchObject({
      return: {
        lines: [{ dispositions: [{ disposition: 'OUTLET', grade: 'USED', photos: ['p-1'], note: 'worn' }] }],
      },
    });
  });

  it('what is scanned is an article of the order, and a number is read however it is written', async () => {
    const { application } = desk;
    await application.sell({ sku: 'shoe', gtin: '4006381333931' }, { sku: 'belt', gtin: '96385074' });
    const sold = await desk.delivered(2);
    const number = ` ${(await numberOf(sold)).toLowerCase()} `;
    const scanned = (sku: string) =>
      inputOf(number, 1, { lines: [{ sku, quantity: 1, reason: 'CHANGED_MIND' }] });
    expect((await walkIn(scanned('4006381333931'))).return).toMatchObject({ status: 'RECEIVED' });
    for (const other of ['96385074', '4006381333930', '5901234123457'])
      expect(await application.code('returns', walkInText, { input: scanned(other) }, associate)).toBe(
        'NOT_FOUND',
      );
  });

  it('what cannot come back is refused with its reason', async () => {
    const number = await numberOf(await desk.delivered(1));
    expect((await walkIn(inputOf(number, 2))).code).toBe('NOT_DELIVERED');
    expect((await walkIn(inputOf(number, 1))).__typename).toBe('RequestReturnSuccess');
    expect((await walkIn(inputOf(number, 1))).code).toBe('ALREADY_RETURNED');
    const code = (input: object, who = associate) =>
      desk.application.code('returns', walkInText, { input }, who);
    expect(await code(inputOf('P0000-NOTHING', 1))).toBe('NOT_FOUND');
    const foreign = [{ sku: 'boot', quantity: 1, reason: 'CHANGED_MIND' }];
    expect(await code(inputOf(number, 1, { lines: foreign }))).toBe('NOT_FOUND');
    expect(await code(inputOf(number, 0))).toBe('INVALID_QUANTITY');
    expect(await code(inputOf(number, 1, { locationId: 'warehouse' }))).toBe('FORBIDDEN');
    expect(await code(inputOf(number, 1), desk.buyer.who)).toBe('FORBIDDEN');
  });

  it('goods are taken in where there is an open place for them, and nowhere else', async () => {
    const sold = await desk.delivered(1);
    const { id } = await desk.asked(sold, [[1, 'CHANGED_MIND']], { method: 'IN_STORE' });
    const text = 'mutation($input: ReceiveReturnInput!) { receiveReturn(input: $input) { id } }';
    const code = (locationId: string) =>
      desk.application.code('returns', text, { input: { id, locationId, key: newKey() } });
    expect(await code('nowhere')).toBe('UNKNOWN_LOCATION');
    const closed = { ...placeInput('closed', 'STORE', { city: 'Lyon', postalCode: '69001' }), active: false };
    const point = placeInput('point', 'PICKUP_POINT', { city: 'Lyon', postalCode: '69001' });
    const add = `mutation($input: ImportLocationsInput!) { importLocations(input: $input) { __typename } }`;
    await desk.application.ok('fulfillment', add, { input: { locations: [closed, point] } });
    await desk.application.settle();
    expect(await code('closed')).toBe('LOCATION_CLOSED');
    expect(await code('point')).toBe('LOCATION_WITHOUT_STOCK');
    expect((await desk.look(id))?.status).toBe('AUTHORIZED');
  });

  it('returns are summed up by reason, for those who may see it', async () => {
    const query = `query($from: DateTime!, $until: DateTime!) { returnStatistics(from: $from, until: $until, by: REASON) {
      key currency returns units received cost { amountMinor } } }`;
    const now = desk.application.clock.nowMs();
    const dayMs = 86_400_000;
    const time = { from: new Date(now - dayMs).toISOString(), until: new Date(now + dayMs).toISOString() };
    const analyst = callers.agent(['insights:read']);
    type Sums = { returnStatistics: { key: string; units: number; cost: { amountMinor: number } }[] };
    const { returnStatistics } = await desk.application.ok<Sums>('returns', query, time, analyst);
    expect(returnStatistics.map(({ key }) => key)).toEqual(['CHANGED_MIND']);
    expect(returnStatistics[0]?.units).toBe(4);
    expect(await desk.application.code('returns', query, time, desk.buyer.who)).toBe('FORBIDDEN');
    const backwards = { from: time.until, until: time.from };
    expect(await desk.application.code('returns', query, backwards, analyst)).toBe('BAD_USER_INPUT');
  });
});
