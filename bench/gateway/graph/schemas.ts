import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { products, reviews, reviewsByUser, reviewsOfProduct, userById, users } from './data.ts';
import type { SubgraphName } from './sdl.ts';
import { plainSdl } from './sdl.ts';

interface Keyed {
  readonly id: string;
  readonly upc: string;
}

const resolvers = {
  accounts: {
    Query: {
      me: () => users[0],
      user: (_: unknown, { id }: Keyed) => userById(id),
      users: () => users,
    },
    User: { __resolveReference: ({ id }: Keyed) => userById(id) },
  },
  inventory: {
    Product: {
      __resolveReference: (product: Keyed) => ({ ...product, inStock: Number(product.upc) % 2 === 1 }),
      shippingEstimate: () => null,
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Keyed) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }: Keyed) => reviews.find((review) => review.id === id),
      author: () => ({ id: '1', username: users[0]!.username }),
    },
    User: { reviews: () => reviewsByUser },
    Product: { reviews: ({ upc }: Keyed) => reviewsOfProduct(upc) },
  },
};

/** The executable schema of one of the four subgraphs. */
export const schemaOf = (name: SubgraphName): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(plainSdl[name]), resolvers: resolvers[name] });
