import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  handOverOf,
  importServices,
  report,
  shipmentOf,
  shipped,
  shippingWorld,
  type SeenShipment,
  type ShippingWorld,
} from './subgraphWorld.ts';
import { serviceInput } from './serviceInput.ts';

describe('the webhook of carriers', () => {
  let world: ShippingWorld;
  let shipments = 0;
  beforeAll(async () => {
    world = await shippingWorld();
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());

  const fresh = async (handOver = true): Promise<SeenShipment & { code: string }> => {
    const shipment = await shipped(world, `w${++shipments}`, {}, handOver);
    return { ...shipment, code: shipment.parcels[0]?.trackingCode ?? '' };
  };
  const body = (trackingCode: string, ...events: object[]) => ({ trackingCode, carrier: 'postale', events });
  const milestoneOf = async (id: string) => (await shipmentOf(world, id))?.milestone;
  const errorOf = ({ body: answer }: { body: Record<string, unknown> }) =>
    (answer['error'] as { code: string }).code;

  it('applies a message once, however often it is sent', async () => {
    const { id, code } = await fresh();
    const message = body(code, report('a', 'IN_TRANSIT', 2));
    expect(await world.post('postale', message, { id: 'same' })).toEqual({
      status: 200,
      body: { applied: 1, duplicate: false },
    });
    expect(await world.post('postale', message, { id: 'same' })).toEqual({
      status: 200,
      body: { applied: 0, duplicate: true },
    });
    const both = await Promise.all(
      [1, 2, 3].map(() => world.post('postale', body(code, report('b', 'IN_TRANSIT', 3)), { id: 'race' })),
    );
    expect(both.map((each) => each.body['applied']).sort()).toEqual([0, 0, 1]);
    // The same report under another message id.
    expect((await world.post('postale', message)).body).toEqual({ applied: 0, duplicate: false });
    expect((await shipmentOf(world, id))?.trackingEvents.length).toBe(2);
  });

  it('refuses what is not signed rightly, and changes nothing', async () => {
    const { id, code } = await fresh();
    const message = body(code, report('x', 'DELIVERED', 2));
    const minute = 60_000;
    const now = world.clock.nowMs();
    for (const how of [
      { secret: 'wrong' },
      { atMs: now - 6 * minute },
      { atMs: now + 6 * minute },
      { headers: { 'webhook-signature': '' } },
      { headers: { 'webhook-signature': 'v1,AAAA' } },
      { headers: { 'webhook-id': 'other' } },
      { headers: { 'webhook-timestamp': 'now' } },
    ]) {
      const answer = await world.post('postale', message, how);
      expect([answer.status, errorOf(answer)]).toEqual([401, 'BAD_SIGNATURE']);
    }
    expect(await milestoneOf(id)).toBe('HANDED_OVER');
  });

  it("takes the world's clock for its tolerance", async () => {
    const { id, code } = await fresh();
    await world.clock.advanceBy(30 * 24 * 3_600_000);
    expect((await world.post('postale', body(code, report('late', 'IN_TRANSIT', 700)))).status).toBe(200);
    expect(await milestoneOf(id)).toBe('IN_TRANSIT');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no events', { trackingCode: 'T', carrier: 'postale', events: [] }],
    ['another carrier', { trackingCode: 'T', carrier: 'rapide', events: [report('e', 'DELIVERED', 1)] }],
    [
      'a milestone that is ours to say',
      { trackingCode: 'T', carrier: 'postale', events: [report('e', 'CANCELLED', 1)] },
    ],
    [
      'a milestone nobody knows',
      { trackingCode: 'T', carrier: 'postale', events: [report('e', 'EATEN', 1)] },
    ],
    [
      'no time',
      {
        trackingCode: 'T',
        carrier: 'postale',
        events: [{ ...report('e', 'DELIVERED', 1), occurredAt: 'yesterday' }],
      },
    ],
    [
      'a local time',
      {
        trackingCode: 'T',
        carrier: 'postale',
        events: [{ ...report('e', 'DELIVERED', 1), occurredAt: '2026-03-10T12:00:00' }],
      },
    ],
    [
      'more than it asks for',
      { trackingCode: 'T', carrier: 'postale', events: [report('e', 'DELIVERED', 1, { $where: '1' })] },
    ],
    [
      'an operator for a code',
      { trackingCode: { $ne: null }, carrier: 'postale', events: [report('e', 'DELIVERED', 1)] },
    ],
    [
      'too many events',
      {
        trackingCode: 'T',
        carrier: 'postale',
        events: Array.from({ length: 101 }, (_, at) => report(`e${at}`, 'IN_TRANSIT', 1)),
      },
    ],
  ])('refuses a body with %s', async (_what, wrong) => {
    const answer = await world.post('postale', wrong);
    expect([answer.status, errorOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('lets a carrier try again when its parcel is not known yet', async () => {
    const answer = await world.post('postale', body('UNKNOWN', report('u', 'IN_TRANSIT', 1)), {
      id: 'early',
    });
    expect([answer.status, errorOf(answer)]).toEqual([404, 'NOT_FOUND']);
    const again = await world.post('postale', body('UNKNOWN', report('u', 'IN_TRANSIT', 1)), { id: 'early' });
    expect(again.status).toBe(404);
  });

  it("does not take one carrier's word for another's parcel", async () => {
    const { id, code } = await fresh();
    const answer = await world.post('rapide', {
      ...body(code, report('r', 'DELIVERED', 1)),
      carrier: 'rapide',
    });
    expect(answer.status).toBe(404);
    expect(await milestoneOf(id)).toBe('HANDED_OVER');
  });

  it('lets nothing go backwards', async () => {
    const { id, code } = await fresh();
    await world.post('postale', body(code, report('3', 'DELIVERED', 30)));
    await world.post('postale', body(code, report('2', 'OUT_FOR_DELIVERY', 28)));
    await world.post('postale', body(code, report('1', 'IN_TRANSIT', 4)));
    await world.settle();
    expect(await shipmentOf(world, id)).toMatchObject({
      milestone: 'DELIVERED',
      trackingEvents: [
        { milestone: 'IN_TRANSIT' },
        { milestone: 'OUT_FOR_DELIVERY' },
        { milestone: 'DELIVERED' },
      ],
    });
    const said = world.toldOf('shipping.ShipmentDelivered').filter((event) => event.shipmentId === id);
    expect(said.length).toBe(1);
    const highest = world.toldOf('shipping.TrackingRecorded').filter((event) => event.shipmentId === id);
    expect(highest.map((event) => [event.milestone, event.highest])).toEqual([
      ['DELIVERED', 'DELIVERED'],
      ['OUT_FOR_DELIVERY', 'DELIVERED'],
      ['IN_TRANSIT', 'DELIVERED'],
    ]);
  });

  it('is known by its id for a month, and by its report for ever', async () => {
    const { id, code } = await fresh();
    const message = body(code, report('once', 'IN_TRANSIT', 2));
    expect((await world.post('postale', message, { id: 'kept' })).body).toEqual({
      ...{ applied: 1, duplicate: false },
    });
    await world.clock.advanceBy(29 * 24 * 3_600_000);
    expect((await world.post('postale', message, { id: 'kept' })).body).toEqual({
      ...{ applied: 0, duplicate: true },
    });
    await world.clock.advanceBy(3 * 24 * 3_600_000);
    expect((await world.post('postale', message, { id: 'kept' })).body).toEqual({
      ...{ applied: 0, duplicate: false },
    });
    expect((await shipmentOf(world, id))?.trackingEvents).toHaveLength(1);
  });

  it('finds the shipment of a key for half a year, and then forgets the key alone', async () => {
    const before = await shipped(world, 'long-ago');
    await world.clock.advanceBy(170 * 24 * 3_600_000);
    expect((await shipped(world, 'long-ago', {}, false)).id).toBe(before.id);
    await world.clock.advanceBy(12 * 24 * 3_600_000);
    expect((await shipped(world, 'long-ago', {}, false)).id).not.toBe(before.id);
    expect(await shipmentOf(world, before.id)).toMatchObject({ milestone: 'HANDED_OVER' });
  });

  it('may be faster than our own hand-over', async () => {
    const { id, code } = await fresh(false);
    await world.post('postale', body(code, report('1', 'IN_TRANSIT', 1)));
    await handOverOf(world, `w${shipments}`, id);
    expect(await shipmentOf(world, id)).toMatchObject({ milestone: 'IN_TRANSIT' });
    expect((await shipmentOf(world, id))?.handedOverAt).not.toBeNull();
    await handOverOf(world, `w${shipments}`, id);
    const said = world.toldOf('shipping.ShipmentHandedOver').filter((event) => event.shipmentId === id);
    expect(said.length).toBe(1);
  });

  it('holds no personal data', () => {
    const everything = JSON.stringify(world.told);
    expect(world.told.length).toBeGreaterThan(20);
    for (const secret of ['Zoë', 'Rue de la Paix']) expect(everything).not.toContain(secret);
  });
});
