import { promise } from '../src/promise.ts';
import type { Network } from '../src/network/network.ts';
import type { PromiseInput } from '../src/model/types.ts';
import { generateInstance, type Instance } from './generator.ts';
import { Random } from './random.ts';
import { createNetwork } from '../src/network/network.ts';

/** Effect of stock updates on promises. */
export interface UpdateEffect {
  /** Updates a core applies in a second when it does nothing else. */
  readonly updatesPerSecond: number;
  /** p99 of a promise without updates, and with 10,000 updates a second mixed in. */
  readonly p99AloneMs: number;
  readonly p99MixedMs: number;
}

const WANTED_PER_SECOND = 10_000;

/** Applies random stock updates alone, then between promises at 10,000 for every second that passes. */
export function measureUpdates(
  instance: Instance,
  network: Network,
  questions: readonly PromiseInput[],
): UpdateEffect {
  const random = new Random(77);
  const update = (): void =>
    network.setStock(random.pick(instance.variants).sku, random.pick(instance.locations).id, {
      onHand: random.int(1, 25),
      reserved: random.int(0, 1),
    });
  const started = performance.now();
  for (let i = 0; i < 50_000; i++) update();
  const updatesPerSecond = 50_000 / ((performance.now() - started) / 1000);
  const p99AloneMs = p99(questions, network, () => undefined);
  let applied = 0;
  const from = performance.now();
  const p99MixedMs = p99(questions, network, () => {
    const due = ((performance.now() - from) / 1000) * WANTED_PER_SECOND;
    for (; applied < due; applied++) update();
  });
  return { updatesPerSecond, p99AloneMs, p99MixedMs };
}

function p99(questions: readonly PromiseInput[], network: Network, between: () => void): number {
  const took = questions.map((question) => {
    between();
    const before = performance.now();
    promise(network, question);
    return performance.now() - before;
  });
  took.sort((a, b) => a - b);
  return took[Math.floor(took.length * 0.99)] ?? 0;
}

/** Resident memory of a full network: 5,000 locations, 100,000 articles, one in twenty stocked. */
export function measureMemory(
  locations: number,
  skus: number,
  density: number,
): { readonly entries: number; readonly megabytes: number } {
  const instance = generateInstance({ seed: 1, locations, services: 10, methods: 6, skus: 1, density: 1 });
  const network = createNetwork();
  for (const zone of instance.zones) network.setZone(zone);
  for (const service of instance.services) network.setService(service);
  for (const method of instance.methods) network.setMethod(method);
  for (const location of instance.locations) network.setLocation(location);
  const random = new Random(2);
  const step = 1 / density;
  for (let s = 0; s < skus; s++) {
    const sku = `S${s}`;
    network.setVariant({ sku, weightGrams: 500 });
    for (let l = random.next() * step; l < locations; l += step * (0.5 + random.next())) {
      network.setStock(sku, `L${Math.floor(l)}`, { onHand: 3 });
    }
  }
  network.index();
  globalThis.gc?.();
  return { entries: network.size.stockEntries, megabytes: process.memoryUsage().rss / 1e6 };
}
