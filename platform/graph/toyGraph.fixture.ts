import { parse } from 'graphql';
import { notFound } from '../errors/codedError.ts';
import type { CallContext } from './subgraph.ts';

/** A schema small enough to see through, with everything a transport can get wrong. */
export const typeDefs = [
  parse(`
    scalar DateTime
    type Query {
      me: String!
      when(at: DateTime!): DateTime!
      missing: String
      broken: String
      slow: String
    }
    type Subscription { count(to: Int!): Int!  forever: Int! }
  `),
];

/** How many streams of `forever` are open. */
export const streams = { open: 0 };

export const resolvers = {
  Query: {
    me: (_: unknown, _args: unknown, call: CallContext) => call.identity.subject,
    when: (_: unknown, { at }: { at: number }) => at + 1_000,
    missing: () => {
      throw notFound('thing');
    },
    broken: () => {
      throw new Error('password hunter2 at mongodb://user:pw@db');
    },
    slow: () => new Promise<string>((resolve) => setTimeout(() => resolve('late'), 500)),
  },
  Subscription: {
    count: {
      subscribe: async function* (_: unknown, { to }: { to: number }) {
        for (let count = 1; count <= to; count++) yield await Promise.resolve({ count });
      },
    },
    forever: {
      subscribe: (): AsyncIterableIterator<unknown> => {
        streams.open++;
        let release: () => void = () => undefined;
        const iterator: AsyncIterableIterator<unknown> = {
          next: () => new Promise((resolve) => (release = () => resolve({ done: true, value: undefined }))),
          return: () => {
            streams.open--;
            release();
            return Promise.resolve({ done: true, value: undefined });
          },
          [Symbol.asyncIterator]: () => iterator,
        };
        return iterator;
      },
    },
  },
};
