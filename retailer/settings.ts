/** What this retailer decides otherwise than by default, by subgraph. */
export const retailerSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // Goods that are not what was ordered come back at the retailer's cost (Directive (EU) 2019/771, article 14).
  returns: { retailerPaysForReasons: ['DAMAGED', 'WRONG_ITEM', 'DEFECTIVE'] },
  // What is reserved without a payment waits as long as its promise says.
  fulfillment: { collectionDaysByMethod: { RESERVE_AND_COLLECT: 2 } },
};
