import { describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { useCarriers } from './carrierWorld.ts';
import { report, shipped } from './subgraphWorld.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const poll = 'mutation($id: ID!) { pollShipment(id: $id) { id } }';
const read = `query($id: ID!) { shipment(id: $id) { milestone milestoneText(locale: "fr")
  parcels { trackingCode numberUnknownSince } trackingEvents { milestone keptUntil } } }`;
interface Seen {
  readonly milestone: string;
  readonly milestoneText: string;
  readonly parcels: readonly { readonly trackingCode: string; readonly numberUnknownSince: string | null }[];
  readonly trackingEvents: readonly { readonly milestone: string; readonly keptUntil: string | null }[];
}

describe('what a carrier says beside the steps of a parcel', () => {
  const subgraph = useCarriers();
  const worker = callers.agent(['shipping:work', 'orders:read']);
  const seen = async (id: string): Promise<Seen> =>
    (await subgraph.world.ok<{ shipment: Seen }>(read, { id })).shipment;
  const unknownOf = (id: string) =>
    subgraph.world.toldOf('shipping.TrackingNumberUnknown').filter(({ shipmentId }) => shipmentId === id);
  const keptOf = (id: string) =>
    subgraph.world
      .toldOf('shipping.TrackingRecorded')
      .filter((told) => told.shipmentId === id && told.milestone === 'AVAILABLE_FOR_PICKUP')
      .map(({ keptUntilMs }) => keptUntilMs);
  const reported = async (id: string, event: object) => {
    const { parcels } = await seen(id);
    const trackingCode = parcels[0]?.trackingCode ?? '';
    const answer = await subgraph.world.post('postale', {
      trackingCode,
      carrier: 'postale',
      events: [event],
    });
    await subgraph.world.settle();
    return answer;
  };

  it('is until when a pickup point keeps it, or what the settings assume', async () => {
    const { id } = await shipped(subgraph.world, 'kept', { serviceCode: 'points' });
    const { id: silent } = await shipped(subgraph.world, 'silent', { serviceCode: 'points' });
    const { id: other } = await shipped(subgraph.world, 'other');
    const keptUntil = new Date(testStartMs + 3 * dayMs).toISOString();
    const here = (eventId: string, more: object = {}) => report(eventId, 'AVAILABLE_FOR_PICKUP', 0, more);
    expect(await reported(id, here('k1', { keptUntil }))).toMatchObject({
      status: 200,
      body: { applied: 1 },
    });
    // What cannot be is not believed.
    await reported(id, here('k2', { keptUntil: new Date(testStartMs - dayMs).toISOString() }));
    const change = `mutation($input: ChangeSettingsInput!) { changeShippingSettings(input: $input) { version } }`;
    const changes = [{ key: 'pickupPointDaysByService', value: { points: 2 } }];
    const by = callers.admin;
    await subgraph.world.ok(
      change,
      { input: { idempotencyKey: 'points-2', version: 0, reason: 'contract', changes } },
      by,
    );
    await reported(silent, here('k3'));
    await reported(other, here('k4'));
    expect(keptOf(id)).toEqual([testStartMs + 3 * dayMs, testStartMs + 7 * dayMs]);
    expect(keptOf(silent)).toEqual([testStartMs + 2 * dayMs]);
    expect(keptOf(other)).toEqual([testStartMs + 7 * dayMs]);
    expect(Date.parse((await seen(id)).trackingEvents[0]?.keptUntil ?? '')).toBe(testStartMs + 3 * dayMs);
  });

  it('is that it waits at customs, which is over with the next report', async () => {
    const { id } = await shipped(subgraph.world, 'abroad');
    await reported(id, report('c1', 'CUSTOMS', 0));
    expect(await seen(id)).toMatchObject({ milestone: 'CUSTOMS', milestoneText: 'En douane' });
    await subgraph.world.clock.advanceBy(hourMs);
    await reported(id, report('c2', 'IN_TRANSIT', 1));
    expect((await seen(id)).milestone).toBe('IN_TRANSIT');
    const { id: played } = await shipped(subgraph.world, 'played');
    expect((await subgraph.play(played, 'CUSTOMS')).shipment.milestone).toBe('DELIVERED');
  });

  it('is that it does not know a number: by webhook or when it is asked, once, until it reports the parcel', async () => {
    const { id } = await shipped(subgraph.world, 'unknown');
    await reported(id, report('n1', 'NUMBER_UNKNOWN', 0));
    await reported(id, report('n2', 'NUMBER_UNKNOWN', 0));
    expect(unknownOf(id)).toHaveLength(1);
    expect(await seen(id)).toMatchObject({
      ...{ milestone: 'HANDED_OVER', trackingEvents: [] },
      parcels: [{ numberUnknownSince: expect.any(String) }],
    });
    await reported(id, report('n3', 'IN_TRANSIT', 0));
    await reported(id, report('n4', 'NUMBER_UNKNOWN', 0));
    expect(unknownOf(id)).toHaveLength(1);
    expect((await seen(id)).parcels).toMatchObject([{ numberUnknownSince: null }]);
    const { id: asked } = await shipped(subgraph.world, 'asked');
    subgraph.lose(true);
    await subgraph.play(asked, 'NUMBER_UNKNOWN');
    subgraph.lose(false);
    expect(unknownOf(asked)).toEqual([]);
    await subgraph.world.ok(poll, { id: asked }, worker);
    await subgraph.world.ok(poll, { id: asked }, worker);
    await subgraph.world.settle();
    expect(unknownOf(asked)).toHaveLength(1);
    await subgraph.play(asked, 'ON_TIME');
    expect((await seen(asked)).parcels).toMatchObject([{ numberUnknownSince: null }]);
  });
});
