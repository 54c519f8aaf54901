import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

declare global {
  /** Methods Node has had since its early days and its typings leave out; they skip the argument checks. */
  interface Buffer {
    latin1Slice(from?: number, to?: number): string;
    utf8Slice(from?: number, to?: number): string;
    utf8Write(text: string, at?: number): number;
  }
}

/**
 * A decoded BSON document. Every type survives a round trip: an int32 is an integral `number`, an int64 a
 * `bigint`, a double is a `number` unless it could be taken for an int32 (then it is a `Double`), everything
 * else is the class of the `bson` package. A `Uint8Array` stands for a document in its encoded form.
 */
export interface Doc {
  [field: string]: unknown;
}

/** The classes of the bson package, told apart by their tag. */
export type BsonObject =
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Code
  | DBRef
  | Decimal128
  | Double
  | MaxKey
  | MinKey
  | ObjectId
  | Timestamp;

/** The tag of a bson class, or undefined for any other value. */
export function bsonType(value: unknown): BsonObject['_bsontype'] | undefined {
  return typeof value === 'object' && value !== null ? (value as BsonObject)._bsontype : undefined;
}

/** True for an embedded document: an object that is no array, no date and no bson class. */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array) &&
    typeof (value as { _bsontype?: unknown })._bsontype !== 'string'
  );
}

/** Sets a field whatever its name: a plain assignment to `__proto__` would change the prototype instead. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(doc, name, { value, enumerable: true, writable: true, configurable: true });
  else doc[name] = value;
}

/** True when `number` would be encoded as an int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** MongoDB's name of a value's type, as $type and error messages use it. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    default:
      return objectTypeName(value);
  }
}

function objectTypeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  switch (bsonType(value)) {
    case 'ObjectId':
      return 'objectId';
    case 'Binary':
      return 'binData';
    case 'Decimal128':
      return 'decimal';
    case 'Double':
      return 'double';
    case 'Timestamp':
      return 'timestamp';
    case 'MinKey':
      return 'minKey';
    case 'MaxKey':
      return 'maxKey';
    case 'BSONRegExp':
      return 'regex';
    case 'BSONSymbol':
      return 'symbol';
    case 'Code':
      return (value as Code).scope ? 'javascriptWithScope' : 'javascript';
    default:
      return 'object';
  }
}
