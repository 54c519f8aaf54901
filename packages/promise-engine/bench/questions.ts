import type { PromiseInput } from '../src/model/types.ts';
import type { Instance } from './generator.ts';
import type { Random } from './random.ts';

/** Monday 2026-11-16, 07:00 UTC: questions are asked from here on, a few a second, as a shop's day goes. */
const FROM = Date.UTC(2026, 10, 16, 7);

/** Quantity of a line: mostly one, sometimes a few. */
const quantity = (random: Random, scarce: boolean): number => {
  if (scarce) return random.int(1, 7);
  return random.chance(0.75) ? 1 : random.int(2, 4);
};

/** A seeded series of questions, their instants spread over `hours` from Monday morning. */
export function generateQuestions(
  random: Random,
  instance: Instance,
  count: number,
  lines: (random: Random) => number,
  hours: number,
): PromiseInput[] {
  return Array.from({ length: count }, (_, i) =>
    generateQuestion(random, instance, lines(random), FROM + Math.floor((i * hours * 3_600_000) / count)),
  );
}

/** A seeded question with the given number of lines. */
export function generateQuestion(random: Random, instance: Instance, lines: number, at = FROM): PromiseInput {
  const zone = random.pick(instance.zones.filter((z) => z.precision === 'POSTCODE'));
  const skus = new Set<string>();
  while (skus.size < Math.min(lines, instance.variants.length)) skus.add(random.pick(instance.variants).sku);
  return {
    channel: 'web',
    currency: 'EUR',
    at,
    destination: {
      country: zone.country,
      postalCode: `${zone.postalPrefixes[0]}${String(random.int(0, 999)).padStart(3, '0')}`,
      ...(random.chance(0.3)
        ? { coordinates: { latitude: zone.centre.latitude + 0.02, longitude: zone.centre.longitude } }
        : {}),
    },
    lines: [...skus].map((sku) => ({ sku, quantity: quantity(random, instance.options.scarce === true) })),
  };
}

/** Lines of a believable cart: one to eight, now and then up to thirty. */
export function cartSize(random: Random): number {
  if (random.chance(0.03)) return random.int(9, 30);
  const u = random.next();
  return Math.min(8, 1 + Math.floor(-Math.log(1 - u) * 1.6));
}
