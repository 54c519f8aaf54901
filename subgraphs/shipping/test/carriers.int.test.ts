import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import type { OutgoingWebhook } from '../ports.ts';
import {
  createShipment,
  handOverOf,
  importServices,
  shipmentFields,
  shipmentInput,
  shipmentOf,
  shipped,
  shippingWorld,
  type SeenShipment,
  type ShippingWorld,
} from './room.ts';
import { laneInput, serviceInput } from './serviceInput.ts';

const simulate = `mutation($id: ID!, $scenario: SimulatedScenario!) {
  simulateCarrier(input: { shipmentId: $id, scenario: $scenario }) { sent shipment { ${shipmentFields} } } }`;
const poll = `mutation($id: ID!) { pollShipment(id: $id) { ${shipmentFields} } }`;
const voidIt = 'mutation($id: ID!, $key: ID!) { voidShipment(id: $id, key: $key) { id milestone } }';
const createReturn = `mutation($input: CreateReturnShipmentInput!) { createReturnShipment(input: $input) { ${shipmentFields} } }`;
const label = 'query($id: ID!) { shipment(id: $id) { label { fileName contentType contentBase64 } } }';

describe('shipments and their carriers', () => {
  let world: ShippingWorld;
  /** While true, webhooks get lost on the way. */
  let offline = false;
  let deliver: (webhook: OutgoingWebhook) => Promise<number>;
  beforeAll(async () => {
    world = await shippingWorld({ deliverWebhook: (webhook) => deliver(webhook) });
    deliver = async ({ path, headers, body }) => {
      if (offline) return 503;
      const { status } = await world.post(path.split('/').at(-1) ?? '', body, { headers: { ...headers } });
      return status;
    };
    const services = [
      serviceInput('standard'),
      serviceInput('points', { methodTypes: ['PICKUP_POINT', 'LOCKER'] }),
      serviceInput('cheap', {
        carrier: 'rapide',
        lanes: [laneInput({ cost: { amountMinor: 100, currency: 'EUR' } })],
      }),
      serviceInput('cheapest-abroad', {
        lanes: [laneInput({ destinationCountry: 'IT', cost: { amountMinor: 1, currency: 'EUR' } })],
      }),
      serviceInput('light', {
        maxWeightGrams: 100,
        lanes: [laneInput({ cost: { amountMinor: 2, currency: 'EUR' } })],
      }),
      serviceInput('closed', {
        active: false,
        lanes: [laneInput({ cost: { amountMinor: 3, currency: 'EUR' } })],
      }),
    ];
    await world.ok(importServices, { input: { services } });
  });
  afterAll(() => world.stop());

  const play = async (id: string, scenario: string) =>
    (
      await world.ok<{ simulateCarrier: { sent: number; shipment: SeenShipment } }>(simulate, {
        id,
        scenario,
      })
    ).simulateCarrier;

  it('are made once for each key', async () => {
    const [first, second] = await Promise.all([
      shipped(world, 's1', {}, false),
      shipped(world, 's1', {}, false),
    ]);
    expect(second).toEqual(first);
    expect(await shipped(world, 's1', {}, false)).toEqual(first);
    const other = { input: shipmentInput('s1', { locationId: 'paris' }) };
    expect(await world.code(createShipment, other)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(
      world.toldOf('shipping.ShipmentCreated').filter((event) => event.fulfillmentOrderId === 's1').length,
    ).toBe(1);
  });

  it.each([
    ['an unknown service', { serviceCode: 'nope' }, 'BAD_USER_INPUT'],
    [
      'too heavy a parcel',
      { parcels: [{ number: 1, weightGrams: 30_001, lines: [{ lineId: 'l', sku: 's', quantity: 1 }] }] },
      'BAD_USER_INPUT',
    ],
    [
      'a parcel without weight',
      { parcels: [{ number: 1, weightGrams: 0, lines: [{ lineId: 'l', sku: 's', quantity: 1 }] }] },
      'BAD_USER_INPUT',
    ],
    ['an empty parcel', { parcels: [{ number: 1, weightGrams: 5, lines: [] }] }, 'BAD_USER_INPUT'],
    ['no parcel', { parcels: [] }, 'BAD_USER_INPUT'],
    [
      'a quantity of 0',
      { parcels: [{ number: 1, weightGrams: 5, lines: [{ lineId: 'l', sku: 's', quantity: 0 }] }] },
      'INVALID_QUANTITY',
    ],
    [
      'a million units',
      { parcels: [{ number: 1, weightGrams: 5, lines: [{ lineId: 'l', sku: 's', quantity: 1_000_000 }] }] },
      'INVALID_QUANTITY',
    ],
  ])('with %s are refused', async (_what, more, code) => {
    expect(await world.code(createShipment, { input: shipmentInput('refused', more) })).toBe(code);
    expect(await world.ok('query { shipments(orderId: "o-refused") { edges { node { id } } } }')).toEqual({
      shipments: { edges: [] },
    });
  });

  it.each([
    ['ON_TIME', 5, 'DELIVERED', 5],
    ['LATE', 5, 'DELIVERED', 5],
    ['LOST', 5, 'LOST', 5],
    ['DUPLICATED', 10, 'DELIVERED', 5],
    ['OUT_OF_ORDER', 5, 'DELIVERED', 5],
  ] as const)(
    'travel as the scenario %s says, by signed webhook',
    async (scenario, sent, milestone, reports) => {
      const { id } = await shipped(world, `play-${scenario}`);
      const played = await play(id, scenario);
      expect(played.sent).toBe(sent);
      expect(played.shipment.milestone).toBe(milestone);
      expect(played.shipment.trackingEvents.length).toBe(reports);
      await world.settle();
      const ofThis = <T extends { shipmentId: string }>(events: T[]): T[] =>
        events.filter((event) => event.shipmentId === id);
      const delivered = ofThis(world.toldOf('shipping.ShipmentDelivered'));
      const lost = ofThis(world.toldOf('shipping.ShipmentLost'));
      expect([delivered.length, lost.length]).toEqual(milestone === 'LOST' ? [0, 1] : [1, 0]);
      if (milestone === 'DELIVERED') {
        const [{ deliveredAtMs, promisedLatestAtMs = 0 } = { deliveredAtMs: 0 }] = delivered;
        expect(deliveredAtMs > promisedLatestAtMs).toBe(scenario === 'LATE');
      }
    },
  );

  it('of several parcels arrive when all have', async () => {
    const parcel = (number: number, lineId: string) => ({
      number,
      weightGrams: 500,
      lines: [{ lineId, sku: 'shoe', quantity: 1 }],
    });
    const { id, parcels } = await shipped(world, 'two', { parcels: [parcel(1, 'l1'), parcel(2, 'l2')] });
    expect(new Set(parcels.map((each) => each.trackingCode)).size).toBe(2);
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('DELIVERED');
    await world.settle();
    const told = world.toldOf('shipping.ShipmentDelivered').filter((event) => event.shipmentId === id);
    expect(told.map((event) => event.lines.map((line) => line.lineId))).toEqual([['l1', 'l2']]);
  });

  it('wait at the pickup point where the service goes to one', async () => {
    const { id } = await shipped(world, 'point', { serviceCode: 'points' });
    expect((await play(id, 'ON_TIME')).shipment.trackingEvents.map((event) => event.milestone)).toContain(
      'AVAILABLE_FOR_PICKUP',
    );
  });

  it('can be asked after when webhooks got lost', async () => {
    const { id } = await shipped(world, 'polled');
    offline = true;
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('HANDED_OVER');
    offline = false;
    const worker = callers.agent(['shipping:work', 'orders:read']);
    const polled = await world.ok<{ pollShipment: SeenShipment }>(poll, { id }, worker);
    expect(polled.pollShipment).toMatchObject({ milestone: 'DELIVERED' });
    const again = await world.ok<{ pollShipment: SeenShipment }>(poll, { id }, worker);
    expect(again).toEqual(polled);
    expect((await play(id, 'ON_TIME')).shipment.trackingEvents.length).toBe(5);
    expect(await world.code(poll, { id: 'nope' }, worker)).toBe('NOT_FOUND');
    expect(await world.code(poll, { id }, callers.shopper())).toBe('FORBIDDEN');
  });

  it('cannot be played before they have left, nor by just anybody', async () => {
    const { id } = await shipped(world, 'waiting', {}, false);
    expect(await world.code(simulate, { id, scenario: 'ON_TIME' })).toBe('INVALID_TRANSITION');
    expect(await world.code(simulate, { id, scenario: 'ON_TIME' }, callers.associate('lyon'))).toBe(
      'FORBIDDEN',
    );
    expect(await world.code(simulate, { id: 'nope', scenario: 'ON_TIME' })).toBe('NOT_FOUND');
  });

  it('are voided before they leave, once, and not after', async () => {
    const { id } = await shipped(world, 'void', {}, false);
    const first = await world.ok(voidIt, { id, key: 'v1' });
    expect(first).toEqual({ voidShipment: { id, milestone: 'CANCELLED' } });
    expect(await world.ok(voidIt, { id, key: 'v1' })).toEqual(first);
    expect(await world.ok(label, { id })).toEqual({ shipment: { label: null } });
    const left = await shipped(world, 'void-late');
    expect(await world.code(voidIt, { id: left.id, key: 'v2' })).toBe('INVALID_TRANSITION');
    expect(await world.code(voidIt, { id: 'nope', key: 'v3' })).toBe('NOT_FOUND');
    await world.settle();
    expect(world.toldOf('shipping.ShipmentVoided').filter((event) => event.shipmentId === id).length).toBe(1);
  });

  it('of cancelled work are void, and no new ones are made for it', async () => {
    const cancelled = (fulfillmentOrderId: string, more: object) =>
      world.hear(
        'fulfillment.LinesCancelled',
        {
          ...{ fulfillmentOrderId, orderId: `o-${fulfillmentOrderId}`, locationId: 'lyon' },
          ...{ lines: [{ lineId: 'l1', sku: 'shoe', quantity: 1 }], closed: true, searching: false },
          ...more,
        },
        `fulfillmentOrder:${fulfillmentOrderId}`,
      );
    const { id } = await shipped(world, 'gone', {}, false);
    await cancelled('gone', {});
    expect((await shipmentOf(world, id))?.milestone).toBe('CANCELLED');
    await cancelled('never-made', {});
    expect(await world.code(createShipment, { input: shipmentInput('never-made') })).toBe('CONFLICT');
    const part = await shipped(world, 'part', {}, false);
    await cancelled('part', { closed: false });
    expect((await shipmentOf(world, part.id))?.milestone).toBe('LABEL_PURCHASED');
    await cancelled('part', { closed: false, voidShipmentId: part.id });
    expect((await shipmentOf(world, part.id))?.milestone).toBe('CANCELLED');
    await handOverOf(world, 'part', part.id);
    expect((await shipmentOf(world, part.id))?.milestone).toBe('CANCELLED');
  });

  it('come back with the cheapest service that can bring them', async () => {
    const input = {
      ...{ key: 'return-1', orderId: 'o-9', returnId: 'return-1', locationId: 'lyon' },
      ...{
        owner: 'shopper-1',
        channel: 'web',
        weightGrams: 900,
        lines: [{ lineId: 'l1', sku: 'shoe', quantity: 1 }],
      },
    };
    const made = await world.ok<{
      createReturnShipment: SeenShipment & { carrierService: { code: string } };
    }>(createReturn, { input });
    expect(made.createReturnShipment).toMatchObject({
      isReturn: true,
      milestone: 'LABEL_PURCHASED',
      carrierService: { code: 'cheap' },
    });
    expect(await world.ok(createReturn, { input })).toEqual(made);
    const { id } = made.createReturnShipment;
    expect((await play(id, 'ON_TIME')).shipment.milestone).toBe('DELIVERED');
    await world.settle();
    const ofReturn = world.told
      .filter((event) => event.data['returnId'] === 'return-1')
      .map((event) => event.type);
    expect(ofReturn.filter((type) => type !== 'shipping.TrackingRecorded')).toEqual([
      ...[
        'shipping.ShipmentCreated',
        'shipping.LabelPurchased',
        'shipping.ShipmentHandedOver',
        'shipping.ShipmentDelivered',
      ],
    ]);
    const heavy = { input: { ...input, key: 'return-2', returnId: 'return-2', weightGrams: 99_000 } };
    expect(await world.code(createReturn, heavy)).toBe('BAD_USER_INPUT');
    const unknown = { input: { ...input, key: 'return-3', orderId: 'nope' } };
    expect(await world.code(createReturn, unknown)).toBe('NOT_FOUND');
  });

  it("have a label that is a PDF with their tracking code and the customer's address", async () => {
    const { id, parcels } = await shipped(world, 'labelled', {}, false);
    const answer = await world.ok<{ shipment: { label: { contentType: string; contentBase64: string } } }>(
      label,
      { id },
    );
    expect(answer.shipment.label.contentType).toBe('application/pdf');
    const text = await textOf(Buffer.from(answer.shipment.label.contentBase64, 'base64'));
    for (const part of [
      parcels[0]?.trackingCode ?? '-',
      'Zoë Lukasz',
      'Rue de la Paix 5',
      '75011 Paris',
      'Store Lyon',
    ])
      expect(text).toContain(part);
    expect(await world.code(label, { id }, callers.shopper('shopper-1'))).toBe('FORBIDDEN');
    const store = callers.associate('lyon');
    expect(await world.code(label, { id }, store)).toBeUndefined();
    const orphan = await shipped(world, 'orphan', { orderId: 'nope' }, false);
    expect(await world.code(label, { id: orphan.id })).toBe('NOT_FOUND');
  });

  it('are seen by those they concern, newest first, in pages that do not shift', async () => {
    const list =
      'query($first: Int, $after: String, $milestone: [ShipmentMilestone!]) { shipments(first: $first, after: $after, milestone: $milestone) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
    type List = {
      shipments: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { endCursor: string } };
    };
    await world.clock.advanceBy(1_000);
    const ids: string[] = [];
    for (let at = 0; at < 4; at++) {
      const more = { owner: `owner-${at % 2}`, channel: 'market', locationId: `place-${at % 2}` };
      ids.unshift((await shipped(world, `list-${at}`, more, false)).id);
      await world.clock.advanceBy(10);
    }
    const market = callers.partner('market');
    const first = await world.ok<List>(list, { first: 2 }, market);
    expect(first.shipments.edges.map((edge) => edge.node.id)).toEqual(ids.slice(0, 2));
    await shipped(world, 'list-new', { channel: 'market' }, false);
    const rest = await world.ok<List>(list, { after: first.shipments.pageInfo.endCursor }, market);
    expect(rest.shipments.edges.map((edge) => edge.node.id)).toEqual(ids.slice(2));
    const seenBy = async (who: Parameters<typeof callers.shopper>[0] | object) =>
      (await world.ok<List>(list, { first: 50, milestone: ['LABEL_PURCHASED'] }, who as never)).shipments
        .edges.length;
    expect(await seenBy(callers.shopper('owner-1'))).toBe(2);
    expect(await seenBy(callers.associate('place-0'))).toBe(2);
    expect(await seenBy(callers.partner('other'))).toBe(0);
    expect(await seenBy(callers.agent([]))).toBe(0);
    const id = ids[0] ?? '';
    expect(await shipmentOf(world, id, callers.shopper('owner-0'))).toBeNull();
    expect((await shipmentOf(world, id, callers.shopper('owner-1')))?.id).toBe(id);
    expect(await shipmentOf(world, 'nope', callers.shopper('owner-1'))).toBeNull();
    const query =
      'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Order { shipments { id } } ... on CarrierService { name(locale: "fr") } } }';
    const refs = [
      { __typename: 'Order', id: 'o-list-3' },
      { __typename: 'Order', id: 'o-list-2' },
      { __typename: 'CarrierService', code: 'standard' },
      { __typename: 'CarrierService', code: 'nope' },
    ];
    expect(await world.ok(query, { refs }, callers.shopper('owner-1'))).toEqual({
      _entities: [{ shipments: [{ id }] }, { shipments: [] }, { name: 'Service fr standard' }, null],
    });
  });

  it('follow services that are told once for each change', async () => {
    const again = {
      input: { services: [serviceInput('standard'), serviceInput('points', { methodTypes: ['LOCKER'] })] },
    };
    expect(await world.ok(importServices, again)).toEqual({
      importCarrierServices: { changed: 1, unchanged: 1 },
    });
    await world.settle();
    const told = world.toldOf('shipping.CarrierServiceChanged');
    expect(told.filter((event) => event.code === 'standard').length).toBe(1);
    expect(told.filter((event) => event.code === 'points').at(-1)).toMatchObject({
      methodTypes: ['LOCKER'],
      lanes: [{ originCountry: 'FR' }],
    });
    const many = Array.from({ length: 201 }, (_, at) => serviceInput(`m${at}`));
    expect(await world.code(importServices, { input: { services: many } })).toBe('BAD_USER_INPUT');
    expect(await world.code(importServices, again, callers.associate('lyon'))).toBe('FORBIDDEN');
    const costs = 'query { carrierServices(active: true) { code lanes { cost { amountMinor } } } }';
    expect(await world.code(costs, {}, callers.partner('market'))).toBe('FORBIDDEN');
    const { carrierServices } = await world.ok<{ carrierServices: { code: string }[] }>(
      'query { carrierServices(active: true) { code } }',
      {},
      callers.anonymous,
    );
    expect(carrierServices.map((service) => service.code)).toEqual([
      'cheap',
      'cheapest-abroad',
      'light',
      'points',
      'standard',
    ]);
  });
});

describe('a world without simulated carriers', () => {
  let world: ShippingWorld;
  beforeAll(async () => {
    world = await shippingWorld({ config: { webhookSecret: 's', simulator: false } });
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());
  it('plays no journeys and ships only with carriers it has', async () => {
    expect(await world.code(simulate, { id: 'any', scenario: 'LOST' })).toBe('FORBIDDEN');
    expect(await world.code(createShipment, { input: shipmentInput('x') })).toBe('NOT_FOUND');
    expect((await world.post('postale', {})).status).toBe(404);
    expect(world.clock.nowMs()).toBe(testStartMs);
  });
});

async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  const streams = document
    .getPages()
    .flatMap((page) => page.node.normalizedEntries().Contents?.asArray() ?? [])
    .map((ref) => document.context.lookup(ref));
  const operators = streams.map((stream) =>
    stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : '',
  );
  return [...operators.join('\n').matchAll(/<([0-9A-F]+)> Tj/g)]
    .map((match) => Buffer.from(match[1] ?? '', 'hex').toString('latin1'))
    .join('\n');
}
