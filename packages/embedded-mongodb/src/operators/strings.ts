import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import { typeName } from '../document/types.ts';
import { isNullish, positional, unary } from './arguments.ts';
import { toText } from './conversion.ts';
import type { OperatorCompiler } from './scope.ts';

function concat(values: unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values
    .map((value) => {
      if (typeof value !== 'string')
        throw new MongoError(16702, `$concat only supports strings, not ${typeName(value)}`);
      return value;
    })
    .join('');
}

/** String operators. */
export const strings: { [name: string]: OperatorCompiler } = {
  $concat: positional('$concat', 0, Number.MAX_SAFE_INTEGER, concat),
  $indexOfCP: positional('$indexOfCP', 2, 4, ([text, wanted, from, to]) => {
    if (isNullish(text)) return null;
    if (typeof text !== 'string')
      throw new MongoError(
        40093,
        `$indexOfCP requires a string as the first argument, found: ${typeName(text)}`,
      );
    if (typeof wanted !== 'string')
      throw new MongoError(
        40094,
        `$indexOfCP requires a string as the second argument, found: ${typeName(wanted)}`,
      );
    const points = [...text];
    const start = from === undefined ? 0 : toNumber(from);
    const end = to === undefined ? points.length : toNumber(to);
    const at = points.slice(start, end).join('').indexOf(wanted);
    return at < 0 ? -1 : start + [...points.slice(start, end).join('').slice(0, at)].length;
  }),
  $toUpper: unary('$toUpper', (value) => (isNullish(value) ? '' : toText(value).toUpperCase())),
  $toLower: unary('$toLower', (value) => (isNullish(value) ? '' : toText(value).toLowerCase())),
  $strLenCP: unary('$strLenCP', (value) => {
    if (typeof value !== 'string')
      throw new MongoError(34471, `$strLenCP requires a string argument, found: ${typeName(value)}`);
    return [...value].length;
  }),
  $strLenBytes: unary('$strLenBytes', (value) => {
    if (typeof value !== 'string')
      throw new MongoError(34473, `$strLenBytes requires a string argument, found: ${typeName(value)}`);
    return Buffer.byteLength(value);
  }),
};
