import type { BSONRegExp } from 'bson';
import { MongoError } from './errors.ts';
import { bsonType } from './types.ts';

/** The JavaScript pattern for a BSON one; PCRE's x option is undone by hand. */
export function toRegExp(operand: unknown, options: unknown): RegExp {
  let source: string;
  let flags = typeof options === 'string' ? options : '';
  if (typeof operand === 'string') source = operand;
  else if (bsonType(operand) === 'BSONRegExp') {
    source = (operand as BSONRegExp).pattern;
    if (options === undefined) flags = (operand as BSONRegExp).options;
  } else throw new MongoError(2, '$regex has to be a string');
  if (flags.includes('x'))
    source = source.replace(/\\.|\s+|#.*$/gm, (part) => (part.startsWith('\\') ? part : ''));
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags += inline[1] ?? '';
  }
  const known = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
  if (/[^imsxlu]/.test(flags)) throw new MongoError(51108, `invalid flag in regex options: ${flags}`);
  try {
    return new RegExp(source, `${known}u`);
  } catch {
    try {
      return new RegExp(source, known);
    } catch (error) {
      throw new MongoError(51091, `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
}
