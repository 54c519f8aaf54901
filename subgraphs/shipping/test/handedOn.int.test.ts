import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStartMs } from '../../../test/support/world.ts';
import type { CarrierAdapter } from '../carriers/carrierAdapter.ts';
import { serviceInput } from './serviceInput.ts';
import { importServices, report, shipped, shippingWorld, type ShippingWorld } from './subgraphWorld.ts';

interface Seen {
  readonly milestone: string;
  readonly estimatedDeliveryAt: string | null;
  readonly lastMileCarrier: string;
  readonly legs: readonly { kind: string; carrier: string; trackingCode: string | null; knownBy: string }[];
  readonly trackingEvents: readonly { reportedBy: string | null; codeThere: string | null }[];
}

describe('a parcel that a partner brings', () => {
  let world: ShippingWorld;
  beforeAll(async () => {
    world = await shippingWorld();
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());

  const seen = async (id: string): Promise<Seen> => {
    const fields = `milestone estimatedDeliveryAt lastMileCarrier legs { kind carrier trackingCode knownBy }
      trackingEvents { reportedBy codeThere }`;
    const query = `query($id: ID!) { shipment(id: $id) { ${fields} } }`;
    return (await world.ok<{ shipment: Seen }>(query, { id })).shipment;
  };
  const sent = async (key: string) => {
    const { id, parcels } = await shipped(world, key);
    return { id, code: parcels[0]?.trackingCode ?? '' };
  };
  const post = (carrier: string, trackingCode: string, ...events: object[]) =>
    world.post(carrier, { trackingCode, carrier, events });
  const handoff = (carrier: string, trackingCode: string) => ({
    handoff: { kind: 'LAST_MILE', carrier, trackingCode },
  });

  it('is followed under both codes, and its date is what the partner says', async () => {
    const { id, code } = await sent('both');
    expect(await seen(id)).toMatchObject({ lastMileCarrier: 'postale', legs: [] });
    expect((await post('lokal', 'LM-1', report('early', 'IN_TRANSIT', 1))).status).toBe(404);
    await post('postale', code, report('1', 'IN_TRANSIT', 2, handoff('lokal', 'LM-1')));
    expect(await seen(id)).toMatchObject({
      lastMileCarrier: 'lokal',
      legs: [{ kind: 'LAST_MILE', carrier: 'lokal', trackingCode: 'LM-1', knownBy: 'SCANNED' }],
    });
    const eta = { estimatedDeliveryAt: '2026-03-20T12:00:00Z' };
    // The partner counts its reports from 1, too.
    expect((await post('lokal', 'LM-1', report('1', 'OUT_FOR_DELIVERY', 3, eta))).body).toEqual({
      ...{ applied: 1, duplicate: false },
    });
    await post('lokal', 'LM-1', report('1', 'OUT_FOR_DELIVERY', 3, eta));
    const moving = await seen(id);
    expect(moving).toMatchObject({ milestone: 'OUT_FOR_DELIVERY', ...eta });
    expect(moving.trackingEvents).toEqual([
      { reportedBy: null, codeThere: null },
      { reportedBy: 'lokal', codeThere: 'LM-1' },
    ]);
    await post('lokal', 'LM-1', report('2', 'DELIVERED', 4));
    expect(await seen(id)).toMatchObject({ milestone: 'DELIVERED', lastMileCarrier: 'lokal' });
    // Nobody else may speak for it with that code.
    expect((await post('other', 'LM-1', report('3', 'LOST', 5))).status).toBe(404);
  });

  it('is the right one when the partner uses its code again', async () => {
    const first = await sent('again-1');
    await post('postale', first.code, report('h', 'IN_TRANSIT', 6, handoff('lokal', 'LM-2')));
    await post('lokal', 'LM-2', report('d', 'DELIVERED', 7));
    await world.clock.advanceBy(30 * 86_400_000);
    const second = await sent('again-2');
    const later = 30 * 24;
    await post('postale', second.code, report('h', 'IN_TRANSIT', later + 1, handoff('lokal', 'LM-2')));
    await post('lokal', 'LM-2', report('o', 'OUT_FOR_DELIVERY', later + 2));
    expect(await seen(first.id)).toMatchObject({ milestone: 'DELIVERED' });
    expect(await seen(second.id)).toMatchObject({ milestone: 'OUT_FOR_DELIVERY' });
  });

  it('is expected with whoever brought the ones before it, until somebody says otherwise', async () => {
    for (let at = 0; at < 5; at += 1) {
      const { code } = await sent(`learn-${at}`);
      await post('postale', code, report(`h${at}`, 'IN_TRANSIT', 721, handoff('lokal', `LL-${at}`)));
      await post('lokal', `LL-${at}`, report(`d${at}`, 'DELIVERED', 722));
    }
    const { id, code } = await sent('learned');
    expect((await seen(id)).legs).toEqual([
      { kind: 'LAST_MILE', carrier: 'lokal', trackingCode: null, knownBy: 'LEARNED' },
    ]);
    await post('postale', code, report('h', 'IN_TRANSIT', 723, handoff('velo', 'V-1')));
    expect(await seen(id)).toMatchObject({ lastMileCarrier: 'velo', legs: [{ carrier: 'velo' }] });
  });

  it('is played by the simulator, whose poll brings nothing that is known already', async () => {
    const { id } = await sent('played');
    const play = 'mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }';
    await world.ok(play, { input: { shipmentId: id, scenario: 'HANDED_ON' } });
    const played = await seen(id);
    expect(played).toMatchObject({ milestone: 'DELIVERED', lastMileCarrier: 'postale-local' });
    await world.ok('mutation($id: ID!) { pollShipment(id: $id) { id } }', { id });
    expect((await seen(id)).trackingEvents).toHaveLength(played.trackingEvents.length);
  });
});

it('a carrier that names its partners beforehand is believed, and they are asked for what they know', async () => {
  const asked: string[] = [];
  const adapter = (code: string, more: Partial<CarrierAdapter>): CarrierAdapter => ({
    ...{ code, capabilities: () => [], rates: () => Promise.resolve([]), track: () => Promise.resolve([]) },
    createShipment: () => Promise.reject(new Error('not asked')),
    ...{ label: () => Promise.resolve(new Uint8Array()), voidShipment: () => Promise.resolve() },
    parseWebhook: () => ({ id: 'x', reports: [] }),
    ...more,
  });
  const declared = {
    ...{ carrierRef: 'ref', trackingCodes: ['D1'] },
    legs: [
      { kind: 'LINE_HAUL', carrier: 'hauler' },
      { kind: 'LAST_MILE', carrier: 'lokal' },
    ] as const,
  };
  const handoff = { kind: 'LAST_MILE', carrier: 'lokal', trackingCode: 'L9' } as const;
  const scan = { trackingCode: 'D1', rawCode: 'x', text: '', occurredAtMs: testStartMs };
  const carriers = [
    adapter('postale', {
      createShipment: () => Promise.resolve(declared),
      track: () => Promise.resolve([{ ...scan, eventId: 'h', milestone: 'IN_TRANSIT', handoff }]),
    }),
    adapter('lokal', {
      trackCode: (code) => {
        asked.push(code);
        return Promise.resolve([
          { ...scan, trackingCode: code, eventId: 'h', milestone: 'OUT_FOR_DELIVERY' },
        ]);
      },
    }),
  ];
  const world = await shippingWorld({ carriers });
  try {
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
    const { id } = await shipped(world, 'declared');
    const query =
      'query($id: ID!) { shipment(id: $id) { milestone lastMileCarrier legs { carrier knownBy } } }';
    expect(await world.ok(query, { id })).toEqual({
      shipment: {
        ...{ milestone: 'HANDED_OVER', lastMileCarrier: 'lokal' },
        legs: declared.legs.map(({ carrier }) => ({ carrier, knownBy: 'DECLARED' })),
      },
    });
    // The first answer names the code, under which the second asks.
    for (const _time of [1, 2]) await world.ok('mutation($id: ID!) { pollShipment(id: $id) { id } }', { id });
    expect(asked).toEqual(['L9']);
    expect(await world.ok(query, { id })).toMatchObject({ shipment: { milestone: 'OUT_FOR_DELIVERY' } });
  } finally {
    await world.stop();
  }
});
