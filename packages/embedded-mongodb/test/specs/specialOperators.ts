import { ClientSession } from 'mongodb';
import { bsonTypeIs } from './bsonTypes.ts';
import { Mismatch } from './format.ts';
import { match, show } from './match.ts';
import type { MatchContext } from './match.ts';
import { isDocument, numeric } from './values.ts';

/** The `$$` operator an expected value consists of, if it does. */
export function specialOperator(expected: unknown): { name: string; operand: unknown } | undefined {
  if (!isDocument(expected)) return undefined;
  const [first, ...others] = Object.keys(expected);
  if (!first?.startsWith('$$') || others.length > 0) return undefined;
  return { name: first, operand: expected[first] };
}

/** Applies one `$$` operator to the actual value; undefined means the value is absent. */
export function matchSpecial(name: string, operand: unknown, actual: unknown, context: MatchContext): void {
  switch (name) {
    case '$$exists':
      return ensure(
        (actual !== undefined) === operand,
        context,
        `${operand ? 'missing' : 'present'}: ${show(actual)}`,
      );
    case '$$unsetOrMatches':
      return actual === undefined ? undefined : match(operand, actual, context);
    case '$$type':
      return matchType(operand as string | string[], actual, context);
    case '$$matchesEntity':
      return match(context.entities.get(operand as string), actual, context);
    case '$$matchesHexBytes':
      return ensure(
        Buffer.isBuffer(actual) && actual.toString('hex') === String(operand).toLowerCase(),
        context,
        'bytes differ',
      );
    case '$$sessionLsid':
      return match(context.entities.typed(operand as string, ClientSession).id, actual, context);
    case '$$lte': {
      const value = numeric(actual);
      return ensure(
        value !== undefined && value <= (operand as number),
        context,
        `${show(actual)} > ${show(operand)}`,
      );
    }
    case '$$matchAsRoot':
      return match(operand, actual, { ...context, root: true });
    default:
      throw new Error(`${context.path}: this runner does not know ${name}`);
  }
}

function matchType(names: string | string[], actual: unknown, context: MatchContext): void {
  const types = Array.isArray(names) ? names : [names];
  ensure(
    actual !== undefined && types.some((type) => bsonTypeIs(type, actual)),
    context,
    `${show(actual)} is not of type ${types.join(' or ')}`,
  );
}

function ensure(holds: boolean, context: MatchContext, why: string): void {
  if (!holds) throw new Mismatch(`${context.path}: ${why}`);
}
