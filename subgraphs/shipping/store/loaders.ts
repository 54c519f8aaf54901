import type DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderById, loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { CarrierServiceDoc, ShipmentDoc, ShippingModels } from './models.ts';

/** Loaders of one request. */
export interface ShippingLoaders {
  readonly service: DataLoader<string, CarrierServiceDoc>;
  readonly shipment: DataLoader<string, ShipmentDoc>;
  readonly ofOrder: DataLoader<string, ShipmentDoc[]>;
}

export const shippingLoaders = (models: ShippingModels): ShippingLoaders => ({
  service: loaderById(models.CarrierService, 'carrier service'),
  shipment: loaderById(models.Shipment, 'shipment'),
  ofOrder: loaderOfMany(
    async (ids) =>
      await models.Shipment.find({ orderId: trusted({ $in: [...ids] }) })
        .sort({ createdAtMs: 1, _id: 1 })
        .lean<ShipmentDoc[]>(),
    (row) => row.orderId,
  ),
});
