import type { BSONRegExp } from 'bson';
import { afterPrefix, KeyWriter } from '../bson/keys.ts';
import { rank, rankOf } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';
import { isOperators } from '../filter/match.ts';

/** One end of a range of encoded values. */
interface Bound {
  readonly bytes: Buffer;
  readonly inclusive: boolean;
}

/** Values an index may be asked for: single points, or ranges. */
export type FieldBounds =
  | { readonly kind: 'points'; readonly values: unknown[] }
  | { readonly kind: 'ranges'; readonly ranges: readonly { readonly low: Bound; readonly high: Bound }[] };

const writer = new KeyWriter();

function encode(value: unknown): Buffer {
  return writer.start().value(value).take();
}

/** The conditions a filter puts on single paths, all of which must hold. */
export function fieldConditions(filter: Doc, into = new Map<string, Doc[]>()): Map<string, Doc[]> {
  for (const name in filter) {
    const condition = filter[name];
    if (name === '$and') for (const clause of condition as Doc[]) fieldConditions(clause, into);
    else if (!name.startsWith('$')) addCondition(name, condition, into);
  }
  return into;
}

function addCondition(name: string, condition: unknown, into: Map<string, Doc[]>): void {
  const operators: Doc = isOperators(condition) ? condition : { $eq: condition, [plainPattern]: true };
  const list = into.get(name);
  if (list) list.push(operators);
  else into.set(name, [operators]);
  const inner = operators['$elemMatch'];
  if (!isDoc(inner)) return;
  if (isOperators(inner)) {
    if (!Object.keys(inner)[0]?.match(/^\$(and|or|nor|expr)$/)) (into.get(name) as Doc[]).push(inner);
  } else
    for (const [field, each] of Object.entries(inner))
      if (!field.startsWith('$')) addCondition(`${name}.${field}`, each, into);
}

/** Marks an implicit equality, where a pattern means to match instead of to be equal. */
const plainPattern = '$plain';

/** What an index on the path can be asked, or undefined when it is of no use. `loose` is for multikey paths. */
export function boundsOf(conditions: readonly Doc[], loose: boolean): FieldBounds | undefined {
  let range: { low?: Bound; high?: Bound; type: number } | undefined;
  let points: FieldBounds | undefined;
  for (const condition of conditions)
    for (const name in condition) {
      const operand = condition[name];
      switch (name) {
        case '$eq':
          if (bsonType(operand) === 'BSONRegExp' && plainPattern in condition)
            return patternBounds(operand as BSONRegExp);
          if (isPoint(operand)) return { kind: 'points', values: [operand] };
          break;
        case '$in':
          if (
            Array.isArray(operand) &&
            operand.every((item) => isPoint(item) && bsonType(item) !== 'BSONRegExp')
          )
            points ??= { kind: 'points', values: operand };
          break;
        case '$gt':
        case '$gte':
        case '$lt':
        case '$lte': {
          const type = rankOf(operand);
          if (!rangeTypes.has(type) || (typeof operand === 'number' && Number.isNaN(operand))) break;
          if (range && range.type !== type) break;
          range ??= { type };
          const side = name.startsWith('$g') ? 'low' : 'high';
          if (loose && (range.low ?? range.high)) break;
          range[side] ??= { bytes: encode(operand), inclusive: name.endsWith('e') };
          break;
        }
        case '$regex':
          if (typeof operand === 'string') {
            const prefix = literalPrefix(operand, String(condition['$options'] ?? ''));
            if (prefix !== undefined) return { kind: 'ranges', ranges: [prefixOf(prefix)] };
          }
      }
    }
  if (points) return points;
  if (!range) return undefined;
  const whole: Bound = { bytes: Buffer.from([range.type]), inclusive: true };
  return { kind: 'ranges', ranges: [{ low: range.low ?? whole, high: range.high ?? whole }] };
}

const rangeTypes = new Set<number>([
  rank.number,
  rank.string,
  rank.date,
  rank.objectId,
  rank.bool,
  rank.timestamp,
  rank.binary,
]);

function isPoint(value: unknown): boolean {
  return value !== undefined && !Array.isArray(value);
}

/** A pattern finds the strings it matches, and the stored pattern equal to it. */
function patternBounds(pattern: BSONRegExp): FieldBounds | undefined {
  const prefix = literalPrefix(pattern.pattern, pattern.options);
  if (prefix === undefined) return undefined;
  const same: Bound = { bytes: encode(pattern), inclusive: true };
  return { kind: 'ranges', ranges: [prefixOf(prefix), { low: same, high: same }] };
}

function literalPrefix(pattern: string, options: string): string | undefined {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return undefined;
  const match = /^\^([\w\- :@/]+)(.?)/.exec(pattern);
  if (!match) return undefined;
  const [, literal = '', next = ''] = match;
  return '*?{'.includes(next) && next !== '' ? literal.slice(0, -1) || undefined : literal;
}

function prefixOf(prefix: string): { low: Bound; high: Bound } {
  // Without the terminator, the encoding is the common start of all strings that begin so.
  const start: Bound = { bytes: encode(prefix).subarray(0, -2), inclusive: true };
  return { low: start, high: start };
}

/** A key range below `prefix` for the bounds of the next field. */
export function boundsToRange(
  prefix: Buffer,
  bounds: { low: Bound; high: Bound },
  descending: boolean,
): { from: Buffer; to: Buffer } {
  const join = (bytes: Buffer): Buffer => Buffer.concat([prefix, descending ? invert(bytes) : bytes]);
  const [first, last] = descending ? [bounds.high, bounds.low] : [bounds.low, bounds.high];
  return {
    from: clip(first.inclusive ? join(first.bytes) : afterPrefix(join(first.bytes))),
    to: last.inclusive ? afterPrefix(clip(join(last.bytes))) : clipEnd(join(last.bytes)),
  };
}

/** Keys longer than this were cut when stored; a bound must not tell apart what lies behind. */
const safeLength = 1_860;

function clip(key: Buffer): Buffer {
  return key.length > safeLength ? key.subarray(0, safeLength) : key;
}

function clipEnd(key: Buffer): Buffer {
  return key.length > safeLength ? afterPrefix(clip(key)) : key;
}

function invert(bytes: Buffer): Buffer {
  const out = Buffer.from(bytes);
  for (let i = 0; i < out.length; i++) out[i] = ~(out[i] as number);
  return out;
}

/** The range of all keys that start with `prefix`, clipped as stored keys are. */
export function prefixRange(prefix: Buffer): { from: Buffer; to: Buffer } {
  const from = clip(prefix);
  return { from, to: afterPrefix(from) };
}
