/** The one query of the public gateway benchmark: deep, with nested fragments, about 85 KB of answer. */
export const bigQuery = `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
  topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
}`;

export const smallQuery =
  'query Small($id: ID!) { user(id: $id) { id name reviews { id body product { name price inStock } } } }';

export const singleQuery =
  'query Single($first: Int) { topProducts(first: $first) { upc name price weight } }';

/** What one round sends, over and over; `bodies` are taken in turn. */
export interface Workload {
  readonly name: WorkloadName;
  readonly bodies: readonly string[];
}

export type WorkloadName = 'big' | 'small' | 'single';

const body = (query: string, variables?: object): string =>
  JSON.stringify(variables === undefined ? { query } : { query, variables });

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  big: { name: 'big', bodies: [body(bigQuery)] },
  small: {
    name: 'small',
    bodies: Array.from({ length: 1_000 }, (_, at) => body(smallQuery, { id: String(at + 1) })),
  },
  single: {
    name: 'single',
    bodies: Array.from({ length: 9 }, (_, at) => body(singleQuery, { first: at + 1 })),
  },
};
