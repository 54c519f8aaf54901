import type { Binary } from 'bson';
import type { Doc } from '../document/types.ts';
import { compileFilter } from '../filter/match.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { KeyPattern } from './indexKeys.ts';

/** An index as it is stored in the catalogue and shown by listIndexes. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  /** Field paths to 1, -1 or 'hashed'. */
  readonly key: Doc;
  readonly unique?: boolean;
  readonly clustered?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Doc;
  expireAfterSeconds?: number;
  hidden?: boolean;
  prepareUnique?: boolean;
  readonly collation?: Doc;
  /** Which positions have held array values so far. */
  multikey?: boolean[];
  /** True once a key was too long to be stored whole; such an index cannot give an order. */
  cut?: boolean;
}

/** An index with what is derived from its specification. */
export interface Index extends KeyPattern {
  readonly spec: IndexSpec;
  readonly fields: readonly string[];
  readonly unique: boolean;
  /** True for the index on _id that every collection has. */
  readonly isId: boolean;
  readonly partial: Predicate | undefined;
}

/** A collection as it is stored in the catalogue. */
export interface CollectionSpec {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly uuid: Binary;
  /** What create was told: validator, capped, viewOn, pipeline, changeStreamPreAndPostImages, ... */
  options: Doc;
  indexes: IndexSpec[];
}

/** A collection in memory. */
export interface Collection {
  readonly spec: CollectionSpec;
  readonly ns: string;
  indexes: Index[];
  count: number;
  /** Bytes of all documents. */
  size: number;
  /** The record id the next insert takes; 0 while unknown. */
  nextRecord: number;
  validator: Predicate | undefined;
}

/** Derives what an index needs at run time. */
export function openIndex(spec: IndexSpec): Index {
  const fields = Object.keys(spec.key);
  return {
    spec,
    id: spec.id,
    fields,
    paths: fields.map((field) => field.split('.')),
    descending: fields.map((field) => Number(spec.key[field]) < 0),
    sparse: spec.sparse === true,
    unique: spec.unique === true || spec.name === '_id_',
    isId: fields.length === 1 && fields[0] === '_id' && (spec.name === '_id_' || spec.clustered === true),
    partial: spec.partialFilterExpression && compileFilter(spec.partialFilterExpression),
  };
}

/** Derives what a collection needs at run time. */
export function openCollection(spec: CollectionSpec, count = 0, size = 0): Collection {
  const { validator } = spec.options as { validator?: Doc };
  return {
    spec,
    ns: `${spec.db}.${spec.name}`,
    indexes: spec.indexes.map(openIndex),
    count,
    size,
    nextRecord: 0,
    validator: validator && Object.keys(validator).length > 0 ? compileFilter(validator) : undefined,
  };
}
