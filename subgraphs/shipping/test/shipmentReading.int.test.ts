import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { callers } from '../../../test/support/world.ts';
import { useCarriers } from './carrierWorld.ts';
import { importServices, shipmentOf, shipped } from './subgraphWorld.ts';
import { serviceInput } from './serviceInput.ts';

const label = 'query($id: ID!) { shipment(id: $id) { label { fileName contentType contentBase64 } } }';

describe('shipments and their carriers', () => {
  const subgraph = useCarriers();

  it("have a label that is a PDF with their tracking code and the customer's address", async () => {
    const { id, parcels } = await shipped(subgraph.world, 'labelled', {}, false);
    const answer = await subgraph.world.ok<{
      shipment: { label: { contentType: string; contentBase64: string } };
    }>(label, { id });
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
    expect(await subgraph.world.code(label, { id }, callers.shopper('shopper-1'))).toBe('FORBIDDEN');
    const store = callers.associate('lyon');
    expect(await subgraph.world.code(label, { id }, store)).toBeUndefined();
    const orphan = await shipped(subgraph.world, 'orphan', { orderId: 'nope' }, false);
    expect(await subgraph.world.code(label, { id: orphan.id })).toBe('NOT_FOUND');
  });

  it('are seen by those they concern, newest first, in pages that do not shift', async () => {
    const list =
      'query($first: Int, $after: String, $milestone: [ShipmentMilestone!]) { shipments(first: $first, after: $after, milestone: $milestone) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
    type List = {
      shipments: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { endCursor: string } };
    };
    await subgraph.world.clock.advanceBy(1_000);
    const ids: string[] = [];
    for (let at = 0; at < 4; at++) {
      const more = { owner: `owner-${at % 2}`, channel: 'market', locationId: `place-${at % 2}` };
      ids.unshift((await shipped(subgraph.world, `list-${at}`, more, false)).id);
      await subgraph.world.clock.advanceBy(10);
    }
    const market = callers.partner('market');
    const first = await subgraph.world.ok<List>(list, { first: 2 }, market);
    expect(first.shipments.edges.map((edge) => edge.node.id)).toEqual(ids.slice(0, 2));
    await shipped(subgraph.world, 'list-new', { channel: 'market' }, false);
    const rest = await subgraph.world.ok<List>(list, { after: first.shipments.pageInfo.endCursor }, market);
    expect(rest.shipments.edges.map((edge) => edge.node.id)).toEqual(ids.slice(2));
    const seenBy = async (who: Identity) =>
      (await subgraph.world.ok<List>(list, { first: 50, milestone: ['LABEL_PURCHASED'] }, who)).shipments
        .edges.length;
    expect(await seenBy(callers.shopper('owner-1'))).toBe(2);
    expect(await seenBy(callers.associate('place-0'))).toBe(2);
    expect(await seenBy(callers.partner('other'))).toBe(0);
    expect(await seenBy(callers.agent([]))).toBe(0);
    const id = ids[0] ?? '';
    expect(await shipmentOf(subgraph.world, id, callers.shopper('owner-0'))).toBeNull();
    expect((await shipmentOf(subgraph.world, id, callers.shopper('owner-1')))?.id).toBe(id);
    expect(await shipmentOf(subgraph.world, 'nope', callers.shopper('owner-1'))).toBeNull();
    const query =
      'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Order { shipments { id } } ... on CarrierService { name(locale: "fr") } } }';
    const refs = [
      { __typename: 'Order', id: 'o-list-3' },
      { __typename: 'Order', id: 'o-list-2' },
      { __typename: 'CarrierService', code: 'standard' },
      { __typename: 'CarrierService', code: 'nope' },
    ];
    expect(await subgraph.world.ok(query, { refs }, callers.shopper('owner-1'))).toEqual({
      _entities: [{ shipments: [{ id }] }, { shipments: [] }, { name: 'Service fr standard' }, null],
    });
  });

  it('follow services that are told once for each change', async () => {
    const again = {
      input: { services: [serviceInput('standard'), serviceInput('points', { methodTypes: ['LOCKER'] })] },
    };
    expect(await subgraph.world.ok(importServices, again)).toEqual({
      importCarrierServices: { changed: 1, unchanged: 1 },
    });
    await subgraph.world.settle();
    const told = subgraph.world.toldOf('shipping.CarrierServiceChanged');
    expect(told.filter((event) => event.code === 'standard').length).toBe(1);
    expect(told.filter((event) => event.code === 'points').at(-1)).toMatchObject({
      methodTypes: ['LOCKER'],
      lanes: [{ originCountry: 'FR' }],
    });
    const many = Array.from({ length: 201 }, (_, at) => serviceInput(`m${at}`));
    expect(await subgraph.world.code(importServices, { input: { services: many } })).toBe('BAD_USER_INPUT');
    expect(await subgraph.world.code(importServices, again, callers.associate('lyon'))).toBe('FORBIDDEN');
    const costs = 'query { carrierServices(active: true) { code lanes { cost { amountMinor } } } }';
    expect(await subgraph.world.code(costs, {}, callers.partner('market'))).toBe('FORBIDDEN');
    const { carrierServices } = await subgraph.world.ok<{ carrierServices: { code: string }[] }>(
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
