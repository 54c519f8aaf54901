/**
 * What a resolver receives as its parent, by subgraph and type: `path#Type`, the path seen from the subgraph's
 * generated folder. A type without an entry is resolved from an object of its own shape.
 */
export const mappers: Record<string, Record<string, string>> = {
  catalog: {},
  promise: {},
  orders: {},
  fulfillment: {},
  shipping: {},
  returns: {},
  insights: {},
};
