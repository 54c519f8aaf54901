import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import { evolve } from '../domain/evolve.ts';
import type { Shipment, ShipmentEvent } from '../domain/shipment.ts';
import type { ShippingModels } from '../store/models.ts';

export type ShipmentAggregate = Aggregate<Shipment, ShipmentEvent>;

export const shipmentAggregate = (models: ShippingModels): ShipmentAggregate =>
  defineAggregate({ name: 'shipment', model: models.Shipment, evolve });
