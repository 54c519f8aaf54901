import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { compileFilter } from '../filter/match.ts';
import type { IndexSpec } from '../storage/collection.ts';
import { compare } from './specs.ts';

const options = [
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'hidden',
  'collation',
  'background',
  'ns',
  'storageEngine',
  'prepareUnique',
  'clustered',
];
const refused = new Set(['text', '2d', '2dsphere', 'geoHaystack', 'columnstore', 'wildcard']);

/** Reads one index specification. Throws CannotCreateIndex and its kin. */
export function readIndexSpec(spec: Doc, id: number): IndexSpec {
  const { key, name } = spec;
  if (!isDoc(key))
    throw new MongoError(9, "The 'key' field is a required property of an index specification");
  if (Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be empty.');
  for (const field of Object.keys(spec))
    if (!options.includes(field))
      throw new MongoError(
        197,
        `The field '${field}' is not valid for an index specification. Specification: { key: ..., name: "${String(name)}" }`,
      );
  for (const [field, direction] of Object.entries(key)) checkField(field, direction);
  if (typeof name !== 'string' || name === '')
    throw new MongoError(9, "The 'name' field is a required property of an index specification");
  const partial = spec['partialFilterExpression'];
  if (partial !== undefined && !isDoc(partial))
    throw new MongoError(67, "The field 'partialFilterExpression' must be an object");
  if (partial && spec['sparse'] === true)
    throw new MongoError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
  if (isDoc(partial)) compileFilter(partial);
  if (isDoc(spec['collation']) && spec['collation']['locale'] !== 'simple' && spec['unique'] === true)
    throw new MongoError(67, 'unique indexes with a collation are not supported by this server');
  const expires = spec['expireAfterSeconds'];
  if (expires !== undefined) checkExpiry(key, expires);
  return {
    id,
    name,
    key,
    ...(spec['unique'] === true && { unique: true }),
    ...(spec['sparse'] === true && { sparse: true }),
    ...(isDoc(partial) && { partialFilterExpression: partial }),
    ...(expires !== undefined && { expireAfterSeconds: toNumber(expires) }),
    ...(spec['hidden'] === true && { hidden: true }),
    ...(spec['prepareUnique'] === true && { prepareUnique: true }),
    ...(isDoc(spec['collation']) &&
      spec['collation']['locale'] !== 'simple' && { collation: spec['collation'] }),
  };
}

function checkField(field: string, direction: unknown): void {
  if (field === '' || field.split('.').includes(''))
    throw new MongoError(67, 'Index keys cannot contain an empty field.');
  if (field.includes('$**')) throw new MongoError(67, 'wildcard indexes are not supported by this server');
  if (field.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
    throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'.`);
  if (direction === 'hashed') return;
  if (typeof direction === 'string') {
    if (refused.has(direction))
      throw new MongoError(67, `${direction} indexes are not supported by this server`);
    throw new MongoError(67, `Unknown index plugin '${direction}'`);
  }
  const number = toNumber(direction);
  if (Number.isNaN(number) || number === 0)
    throw new MongoError(67, 'Values in the index key pattern cannot be 0.');
}

function checkExpiry(key: Doc, expires: unknown): void {
  const seconds = toNumber(expires);
  if (Number.isNaN(seconds) || seconds < 0 || seconds > 2_147_483_647)
    throw new MongoError(
      67,
      `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a different number than ${String(expires)}`,
    );
  if (Object.keys(key).length > 1)
    throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  if ('_id' in key)
    throw new MongoError(67, "The field 'expireAfterSeconds' is not valid for an _id index specification");
}

/** An index as listIndexes shows it. */
export function describeIndex(spec: IndexSpec): Doc {
  const shown: Doc = { v: 2, key: spec.key, name: spec.name };
  for (const field of [
    'unique',
    'sparse',
    'partialFilterExpression',
    'expireAfterSeconds',
    'hidden',
    'prepareUnique',
    'collation',
    'clustered',
  ] as const)
    if (spec[field] !== undefined) shown[field] = spec[field];
  return shown;
}

/** The existing index a new one repeats; throws when they only look alike. */
export function findEquivalent(existing: readonly IndexSpec[], wanted: IndexSpec): IndexSpec | undefined {
  for (const spec of existing) {
    const sameKey =
      sameValue(spec.key, wanted.key) &&
      sameValue(spec.partialFilterExpression, wanted.partialFilterExpression) &&
      sameValue(spec.collation, wanted.collation);
    const sameOptions = compare(relevant(spec), relevant(wanted));
    if (spec.name === wanted.name) {
      if (sameKey && sameOptions) return spec;
      if (!sameKey)
        throw new MongoError(
          86,
          `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(describeIndex(wanted))}, existing index: ${JSON.stringify(describeIndex(spec))}`,
        );
      throw new MongoError(
        86,
        `An equivalent index already exists with the same name but different options. Requested index: ${JSON.stringify(describeIndex(wanted))}, existing index: ${JSON.stringify(describeIndex(spec))}`,
      );
    }
    if (!sameKey) continue;
    if (spec.name === '_id_') return spec;
    if (sameOptions) throw new MongoError(85, `Index already exists with a different name: ${spec.name}`);
    throw new MongoError(
      85,
      `An equivalent index already exists with a different name and options. Requested index: ${JSON.stringify(describeIndex(wanted))}, existing index: ${JSON.stringify(describeIndex(spec))}`,
    );
  }
  return undefined;
}

function relevant(spec: IndexSpec): Doc {
  const { unique = false, sparse = false, expireAfterSeconds = -1 } = spec;
  return { unique, sparse, expireAfterSeconds };
}
