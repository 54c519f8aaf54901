import type { Ask } from '../question/ask.ts';

/** Solver input that is the same for every method of an answer. */
export interface CartVectors {
  readonly need: Int32Array;
  readonly kg: Float64Array;
  readonly adjust: ReadonlyMap<number, Float64Array> | null;
}

/** Needs, weights and markdown savings of a cart as arrays. */
export function cartVectors(ask: Ask): CartVectors {
  const { items } = ask.cart;
  const need = new Int32Array(items.length);
  const kg = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) {
    need[i] = items[i]!.need;
    kg[i] = items[i]!.kg;
  }
  return {
    need,
    kg,
    adjust: markdownSavings(ask),
  };
}

function markdownSavings(ask: Ask): Map<number, Float64Array> | null {
  const weight = ask.policy.weights.markdown;
  if (weight === 0 || !ask.cart.items.some((i) => i.variant.markdown)) return null;
  const savings = new Map<number, Float64Array>();
  ask.cart.items.forEach((item, i) => {
    for (const [id, amount] of Object.entries(item.variant.markdown ?? {})) {
      const l = ask.network.findLocation(id);
      if (l === undefined) continue;
      const row = savings.get(l) ?? new Float64Array(ask.cart.items.length);
      row[i] = -weight * amount;
      savings.set(l, row);
    }
  });
  return savings;
}
