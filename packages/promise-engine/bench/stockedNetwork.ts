import { createNetwork, type Network } from '../src/network/network.ts';
import type { Instance } from './generator.ts';
import { Random } from './random.ts';

/** Builds the network of an instance, stock included. */
export function buildNetwork(instance: Instance): Network {
  const network = createNetwork();
  for (const zone of instance.zones) network.setZone(zone);
  for (const service of instance.services) network.setService(service);
  for (const method of instance.methods) network.setMethod(method);
  for (const location of instance.locations) network.setLocation(location);
  for (const point of instance.pickupPoints) network.setPickupPoint(point);
  for (const variant of instance.variants) network.setVariant(variant);
  for (const [sku, rows] of stockOf(instance))
    for (const { locationId, onHand, reserved, safetyStock } of rows)
      network.setStock(sku, locationId, { onHand, reserved, safetyStock });
  return network;
}

/** Stock of one article at one location. */
export interface StockRow {
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safetyStock: number;
  /** What may be sold of it. */
  readonly available: number;
}

/** The stock of an instance by article. */
export function stockOf(instance: Instance): Map<string, StockRow[]> {
  const { seed, density, scarce } = instance.options;
  const random = new Random(seed ^ 0x5bd1e995);
  const stock = new Map<string, StockRow[]>();
  for (const { sku } of instance.variants) {
    const rows: StockRow[] = [];
    for (const { id: locationId } of instance.locations) {
      if (!random.chance(density)) continue;
      const few = scarce === true || random.chance(0.3);
      const onHand = few ? random.int(1, 4) : random.int(3, 25);
      const [reserved, safetyStock] = [random.int(0, 1), random.int(0, 1)];
      rows.push({ locationId, onHand, reserved, safetyStock, available: onHand - reserved - safetyStock });
    }
    stock.set(sku, rows);
  }
  return stock;
}
