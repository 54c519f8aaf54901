import type { GraphQLLeafType } from 'graphql';
import { GraphQLScalarType, isEnumType } from 'graphql';
import { Failure } from '../data/errorLedger.ts';
import { jsonString } from '../data/jsonString.ts';
import type { WriteValue } from './writing.ts';
import { reportError, reportFailure } from './writing.ts';

/** How scalars are serialised that say nothing about it, as those of a supergraph's text: not at all. */
const asItIs = new GraphQLScalarType({ name: 'Sample' }).serialize;
const maxInt = 2_147_483_647;
const minInt = -2_147_483_648;

/** Writes scalars and enums, refusing what the type does not allow. `depth` is the length of the value's path. */
export function compileLeaf(type: GraphQLLeafType, depth: number): WriteValue {
  const careful = carefulWriter(type, depth);
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map((value) => [value.name, `"${value.name}"`]));
    return (value, writing) => texts.get(value as string) ?? careful(value, writing);
  }
  switch (type.name) {
    case 'String':
    case 'ID':
      return (value, writing) => (typeof value === 'string' ? jsonString(value) : careful(value, writing));
    case 'Boolean':
      return (value, writing) =>
        value === true ? 'true' : value === false ? 'false' : careful(value, writing);
    case 'Float':
      return (value, writing) =>
        typeof value === 'number' && Number.isFinite(value) ? String(value) : careful(value, writing);
    case 'Int':
      return (value, writing) =>
        typeof value === 'number' && Number.isInteger(value) && value <= maxInt && value >= minInt
          ? String(value)
          : careful(value, writing);
    default:
      if (type.serialize !== asItIs) return careful;
      return (value, writing) => (typeof value === 'string' ? jsonString(value) : careful(value, writing));
  }
}

/** Handles null, failures and everything out of the ordinary, by the rules of graphql-js. */
function carefulWriter(type: GraphQLLeafType, depth: number): WriteValue {
  return (value, writing) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Failure) return reportFailure(writing, depth, value);
    try {
      const text = JSON.stringify(type.serialize(value)) as string | undefined;
      return text === undefined || text === 'null' ? null : text;
    } catch {
      // The value itself is not repeated: an enum value that clients must not know would leak here.
      return reportError(writing, depth, `A subgraph answered a value that is not a valid ${type.name}.`);
    }
  };
}
