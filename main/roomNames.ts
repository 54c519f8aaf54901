/** The rooms, in the order of their ports. */
export const roomNames = [
  'catalog',
  'fulfillment',
  'insights',
  'orders',
  'promise',
  'returns',
  'shipping',
] as const;
export type RoomName = (typeof roomNames)[number];
