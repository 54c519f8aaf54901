import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError, parse } from 'graphql';

/** What the resolvers of the test graph may be made to do. */
export interface Switches {
  /** Message of an uncoded error thrown by `Query.broken`. */
  secret: string;
  /** Resolves `Query.slow`; tests hold it back. */
  slow: () => Promise<string>;
  /** Source of `Subscription.ticks`. */
  ticks: (upTo: number | null) => AsyncIterable<{ ticks: { id: string; price: number } }>;
  /** Calls each subgraph has answered. */
  calls: { products: number; reviews: number };
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@tag", "@authenticated", "@requiresScopes", "@policy", "@inaccessible", "@external"])`;

export const productsSdl = `${link}
  type Query {
    product(id: ID! @tag(name: "partner")): Product @tag(name: "partner")
    products(first: Int = 3 @tag(name: "partner")): [Product!]! @tag(name: "partner")
    slow: String
    broken: String
    coded: String
    secretPrice: Int @authenticated
    adminOnly: Int @requiresScopes(scopes: [["admin"]])
    vipOnly: Int @policy(policies: [["vip"]])
    cookies: String
    echoHeaders: String
  }
  type Mutation { rename(id: ID!, name: String!): Product }
  type Subscription {
    ticks(upTo: Int @tag(name: "partner")): Product! @tag(name: "partner")
    quiet: Product!
  }
  type Product @key(fields: "id") {
    id: ID! @tag(name: "partner")
    name: String! @tag(name: "partner")
    price: Int!
  }
`;

export const reviewsSdl = `${link}
  type Product @key(fields: "id") {
    id: ID! @tag(name: "partner")
    reviews: [Review!]
    margin: Int @requiresScopes(scopes: [["admin"]])
  }
  type Review { body: String! stars: Int! }
`;

const names = ['Chair', 'Table', 'Lamp', 'Shelf'];
const productOf = (id: string) => {
  const index = Number(id);
  return names[index] === undefined ? null : { id, name: names[index], price: (index + 1) * 100 };
};

async function* never(): AsyncGenerator<{ quiet: object }> {
  await new Promise(() => undefined);
  yield { quiet: {} };
}

/** Switches in their resting position. */
export const createSwitches = (): Switches => ({
  secret: 'connect mongodb://root:hunter2@10.0.0.7:27017 failed',
  slow: () => Promise.resolve('done'),
  async *ticks(upTo) {
    for (let index = 0; index < (upTo ?? 3); index++) {
      await Promise.resolve();
      yield { ticks: { id: String(index % names.length), price: index } };
    }
  },
  calls: { products: 0, reviews: 0 },
});

const productsResolvers = (switches: Switches) => ({
  Query: {
    product: (_: unknown, { id }: { id: string }) => productOf(id),
    products: (_: unknown, { first }: { first: number }) =>
      names.slice(0, first).map((_name, i) => productOf(String(i))),
    slow: () => switches.slow(),
    broken: () => {
      throw new Error(switches.secret);
    },
    coded: () => {
      throw new GraphQLError('There are none left.', {
        extensions: { code: 'OUT_OF_STOCK', stacktrace: ['at x'] },
      });
    },
    secretPrice: () => 42,
    adminOnly: () => 43,
    vipOnly: () => 44,
    cookies: () => 'set',
    echoHeaders: (_: unknown, __: unknown, context: { headers?: Record<string, string> }) =>
      JSON.stringify(context.headers ?? {}),
  },
  Mutation: {
    rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...productOf(id), name }),
  },
  Subscription: {
    ticks: { subscribe: (_: unknown, { upTo }: { upTo: number | null }) => switches.ticks(upTo) },
    quiet: { subscribe: () => never() },
  },
  Product: {
    __resolveReference: ({ id }: { id: string }) => productOf(id),
    name: (product: { id: string; name?: string }) => product.name ?? productOf(product.id)?.name,
  },
});

const reviewsResolvers = {
  Product: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    reviews: ({ id }: { id: string }) => [{ body: `about ${id}`, stars: Number(id) + 1 }],
    margin: ({ id }: { id: string }) => Number(id) * 7,
  },
};

/** The schemas of both subgraphs. */
export function createShopSchemas(switches: Switches): Record<'products' | 'reviews', GraphQLSchema> {
  const schemaOf = (sdl: string, resolvers: object) =>
    buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> }]);
  return {
    products: schemaOf(productsSdl, productsResolvers(switches)),
    reviews: schemaOf(reviewsSdl, reviewsResolvers),
  };
}

/** Addresses written into a composed supergraph. */
export interface ShopUrls {
  readonly products?: string;
  readonly reviews?: string;
}

/** Both subgraphs as composition takes them. */
export const shopSubgraphs = (urls: ShopUrls = {}) => [
  { name: 'products', typeDefs: productsSdl, url: urls.products ?? 'http://products.internal:4001/graphql' },
  { name: 'reviews', typeDefs: reviewsSdl, url: urls.reviews ?? 'http://reviews.internal:4002/graphql' },
];

/** Composes subgraphs; throws when they do not fit together. */
export function compose(subgraphs: readonly { name: string; typeDefs: string; url: string }[]): string {
  const result = composeServices(
    subgraphs.map(({ typeDefs, ...rest }) => ({ ...rest, typeDefs: parse(typeDefs) })),
  );
  if (compositionHasErrors(result)) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** Holds `Query.slow` back: `asked` says that it was asked, `release` lets it answer. */
export function holdSlow(switches: Switches): { asked: Promise<void>; release(text: string): void } {
  let release: (text: string) => void = () => undefined;
  const asked = new Promise<void>((reached) => {
    switches.slow = () =>
      new Promise((resolve) => {
        release = resolve;
        reached();
      });
  });
  return { asked, release: (text) => release(text) };
}
