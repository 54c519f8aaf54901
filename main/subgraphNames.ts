/** The subgraphs, in the order of their ports. */
export const subgraphNames = [
  'catalog',
  'fulfillment',
  'insights',
  'orders',
  'promise',
  'returns',
  'shipping',
  'care',
] as const;
export type SubgraphName = (typeof subgraphNames)[number];
