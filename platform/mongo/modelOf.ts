import type { Connection, Model, QueryFilter } from 'mongoose';
import { trusted } from './connect.ts';

/**
 * The model of a collection, its rows typed by `D`. What Mongoose infers from a schema knows no unions and nothing that
 * is read-only, so our own types stand for it here, in the one place where both meet.
 */
export const modelOf = <D>(
  connection: Connection,
  name: string,
  schema: { readonly obj: object },
  collection: string,
): Model<D> =>
  // As above: the schema's inferred type is none of ours.
  connection.model<D>(name, schema as never, collection);

/** A filter of ours that is put together at run time, marked so (`trusted`): the compiler cannot know its members. */
export const builtFilter = <D>(filter: object): QueryFilter<D> =>
  // Put together at run time: there are no members the compiler could compare.
  trusted(filter) as unknown as QueryFilter<D>;
