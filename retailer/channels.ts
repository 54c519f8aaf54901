/** Where the ready-made retailer sells: its web shop, its service on the telephone, its stores, and one marketplace. */
export const retailerChannels = [
  {
    ...{ code: 'web', name: 'Web shop', currencies: [] },
    sellers: ['GUEST', 'SHOPPER', 'AGENT', 'ADMIN'],
    paymentMethods: ['CARD', 'GIFT_CARD', 'IN_STORE'],
  },
  {
    ...{ code: 'phone', name: 'Telephone orders', currencies: [] },
    sellers: ['AGENT', 'ADMIN'],
    paymentMethods: ['CARD', 'GIFT_CARD', 'IN_STORE', 'INVOICE'],
  },
  {
    ...{ code: 'store', name: 'Stores', currencies: [] },
    sellers: ['ASSOCIATE', 'AGENT', 'ADMIN'],
    paymentMethods: ['CARD', 'GIFT_CARD', 'IN_STORE'],
  },
  {
    ...{ code: 'marketplace', name: 'Marketplace', currencies: [] },
    sellers: ['PARTNER'],
    paymentMethods: ['CARD', 'INVOICE'],
  },
];
