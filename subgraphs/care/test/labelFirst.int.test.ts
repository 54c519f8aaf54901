import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import type { ParcelView } from '../domain/views.ts';
import { openCareShop, type CareShop } from './careShop.ts';

describe('a label that is heard of before its shipment', () => {
  let shop: CareShop;
  beforeAll(async () => {
    shop = await openCareShop();
  });
  afterAll(() => shop.stop());

  it('is kept, and its goods count as on their way', async () => {
    const { application } = shop;
    const orderId = await shop.order();
    const ref = { shipmentId: `${orderId}-early`, orderId };
    const label = { ...ref, carrierRef: 'r', trackingCodes: ['T-1'] };
    await tell(application, ['care'], 'shipping.LabelPurchased', label);
    await tell(application, ['care'], 'shipping.ShipmentCreated', {
      ...{ ...ref, carrier: 'c', serviceCode: 'parcel', locationId: 'warehouse', isReturn: false },
      ...{ owner: 's', channel: 'web', parcels: [], lines: [{ lineId: 'l', sku: 'shoe', quantity: 1 }] },
    });
    const database = application.database('care');
    const parcel = await database.collection<ParcelView>('parcels').findOne({ _id: ref.shipmentId });
    expect(parcel).toMatchObject({ tracking: ['T-1'], serviceCode: 'parcel', lines: [{ quantity: 1 }] });
    expect(parcel?.labelledAtMs).toBeDefined();
    type Labelled = { _id: string; labelled: number };
    const order = await database.collection<Labelled>('orders').findOne({ _id: orderId });
    expect(order?.labelled).toBe(1);
  });
});
