import { oursKnown, sell, type AccessRule } from './accessRule.ts';

/** Who may do what with carts; a part of the one table. */
export const cartAccess: Readonly<Record<string, AccessRule>> = {
  'Mutation.createCart': { ...sell('channel'), reason: true },
  'Mutation.addCartLine': sell('cart'),
  'Mutation.setCartLineQuantity': sell('cart'),
  'Mutation.setCartAddress': sell('cart'),
  'Mutation.setCartContact': sell('cart'),
  'Mutation.setCartAdjustments': {
    ...{ kinds: ['agent', 'partner', 'admin', 'system'], scopes: [], rows: 'cart', reason: true },
    needs: { agent: 'orders:write' },
  },
  'Mutation.setCartPromotionCodes': sell('cart'),
  'Mutation.setCartGiftExchange': { ...sell('cart'), kinds: oursKnown },
  'Mutation.holdCartUnits': sell('cart'),
  'Mutation.prolongCartUnits': sell('cart'),
  'Mutation.freeCartUnits': sell('cart'),
  'Mutation.placeOrder': sell('cart'),
};
