/**
 * The accounts/inventory/products/reviews graph every gateway benchmark uses, in Federation 1 notation: the one
 * notation all gateways compared here understand.
 */
export const plainSdl = {
  accounts: /* GraphQL */ `
    extend type Query {
      me: User
      user(id: ID!): User
      users: [User]
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String
      birthday: Int
    }
  `,
  inventory: /* GraphQL */ `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
  products: /* GraphQL */ `
    extend type Query {
      topProducts(first: Int = 5): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }
  `,
  reviews: /* GraphQL */ `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      author: User @provides(fields: "username")
      product: Product
    }
    extend type User @key(fields: "id") {
      id: ID! @external
      username: String @external
      reviews: [Review]
    }
    extend type Product @key(fields: "upc") {
      upc: String! @external
      reviews: [Review]
    }
  `,
} as const;

/** Names of the four subgraphs. */
export type SubgraphName = keyof typeof plainSdl;

export const subgraphNames = Object.keys(plainSdl) as SubgraphName[];

const secureLink = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@external", "@requires", "@provides", "@authenticated", "@requiresScopes"]
    )
`;

/** The same graph with fields for members only, to see what verdicts per field cost. */
export const securedSdl = (name: SubgraphName): string => {
  const secured: Record<SubgraphName, (sdl: string) => string> = {
    accounts: (sdl) => sdl.replace('birthday: Int', 'birthday: Int @requiresScopes(scopes: [["users"]])'),
    inventory: (sdl) =>
      sdl.replace('inStock: Boolean', 'inStock: Boolean @requiresScopes(scopes: [["stock"]])'),
    products: (sdl) => sdl,
    reviews: (sdl) => sdl.replace('reviews: [Review]', 'reviews: [Review] @authenticated'),
  };
  return secureLink + secured[name](plainSdl[name]);
};

/** A graph with a stream, for subscribers. */
export const feedSdl = /* GraphQL */ `
  type Query {
    latest: Tick
  }
  type Subscription {
    ticked: Tick
  }
  type Tick {
    "Epoch milliseconds at which the event was sent, with fractions."
    at: Float!
    text: String!
  }
`;
