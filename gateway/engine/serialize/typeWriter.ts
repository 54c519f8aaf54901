import type { GraphQLOutputType } from 'graphql';
import { isLeafType, isListType, isNonNullType } from 'graphql';
import { Failure } from '../data/errorLedger.ts';
import type { ClientPath } from './clientPath.ts';
import { compileLeaf } from './leafWriter.ts';
import type { WriteValue } from './writing.ts';
import { reportError, reportFailure } from './writing.ts';

/**
 * Compiles the writer of a (nullable) type. `depth` is the length of the value's response path; `composite` makes
 * the writer of the object, interface or union at the bottom, given the length of its path; `clientPath` translates
 * the paths of subgraph errors that end below this value.
 */
export function compileType(
  type: GraphQLOutputType,
  depth: number,
  where: string,
  composite: (depth: number) => WriteValue,
  clientPath: ClientPath,
): WriteValue {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable))
    return compileList(nullable.ofType as GraphQLOutputType, depth, where, composite, clientPath);
  return isLeafType(nullable) ? compileLeaf(nullable, depth) : composite(depth);
}

/** The error for a null where the schema promises a value; the caller then nulls the next place that may be null. */
export function nullViolation(where: string): string {
  return `Cannot return null for non-nullable field ${where}.`;
}

function compileList(
  itemType: GraphQLOutputType,
  depth: number,
  where: string,
  composite: (depth: number) => WriteValue,
  clientPath: ClientPath,
): WriteValue {
  const required = isNonNullType(itemType);
  const writeItem = compileType(itemType, depth + 1, where, composite, clientPath);
  return (value, writing) => {
    if (!Array.isArray(value)) {
      if (value === null || value === undefined) return null;
      if (value instanceof Failure) return reportFailure(writing, depth, value, clientPath);
      return reportError(writing, depth, `A subgraph answered something else than a list for ${where}.`);
    }
    const { bounds } = writing;
    if (!bounds.take(value.length)) return undefined;
    const pendingBefore = writing.pending?.length ?? 0;
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      writing.path[depth] = index;
      let item = writeItem(value[index], writing);
      if (item === null || item === undefined) {
        if (required) {
          if (item === null) reportError(writing, depth + 1, nullViolation(where));
          writing.spread = true;
          if (writing.pending) writing.pending.length = pendingBefore;
          return undefined;
        }
        item = 'null';
      }
      text += index === 0 ? item : ',' + item;
      if (text.length > bounds.answerLength) {
        bounds.exceed();
        return undefined;
      }
    }
    return text + ']';
  };
}
