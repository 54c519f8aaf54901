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
  const random = new Random(instance.options.seed ^ 0x5bd1e995);
  for (const variant of instance.variants) {
    for (const location of instance.locations) {
      if (!random.chance(instance.options.density)) continue;
      const few = instance.options.scarce === true || random.chance(0.3);
      const onHand = few ? random.int(1, 4) : random.int(3, 25);
      network.setStock(variant.sku, location.id, {
        onHand,
        reserved: random.int(0, 1),
        safetyStock: random.int(0, 1),
      });
    }
  }
  return network;
}
