import { BSON } from 'mongodb';
import type { Document } from 'mongodb';
import { isDocument, numeric } from './values.ts';
import type { EntityMap } from './entityMap.ts';
import { Mismatch } from './format.ts';
import { matchSpecial, specialOperator } from './specialOperators.ts';

const { EJSON } = BSON;

/** Where in the expected value we are, what entities it may name, and whether extra fields are allowed here. */
export interface MatchContext {
  entities: EntityMap;
  path: string;
  /** A root document may hold more fields than expected; a nested one may not. */
  root: boolean;
}

/** Compares by the format's rules; throws a Mismatch naming the path of the first difference. */
export function match(expected: unknown, actual: unknown, context: MatchContext): void {
  const operator = specialOperator(expected);
  if (operator) return matchSpecial(operator.name, operator.operand, actual, context);
  if (Array.isArray(expected)) return matchArray(expected, actual, context);
  if (isDocument(expected)) return matchDocument(expected, actual, context);
  matchLeaf(expected, actual, context);
}

function matchDocument(expected: Document, actual: unknown, context: MatchContext): void {
  if (!isDocument(actual)) throw difference(context, expected, actual);
  for (const [key, value] of Object.entries(expected)) {
    const path = `${context.path}.${key}`;
    const optional = specialOperator(value) !== undefined;
    if (!optional && !Object.hasOwn(actual, key))
      throw new Mismatch(`${path}: missing, expected ${show(value)}`);
    match(value, actual[key], { ...context, path, root: false });
  }
  if (context.root) return;
  const extra = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
  if (extra.length > 0)
    throw new Mismatch(`${context.path}: unexpected fields ${extra.join(', ')} in ${show(actual)}`);
}

function matchArray(expected: unknown[], actual: unknown, context: MatchContext): void {
  if (!Array.isArray(actual)) throw difference(context, expected, actual);
  if (actual.length !== expected.length) {
    throw new Mismatch(
      `${context.path}: expected ${expected.length} elements, got ${actual.length}: ${show(actual)}`,
    );
  }
  for (const [index, value] of expected.entries()) {
    match(value, actual[index], { ...context, path: `${context.path}[${index}]` });
  }
}

function matchLeaf(expected: unknown, actual: unknown, context: MatchContext): void {
  const wanted = numeric(expected);
  if (wanted !== undefined) {
    const got = numeric(actual);
    const bothNaN = Number.isNaN(wanted) && Number.isNaN(got);
    // Loose equality on purpose: a number and a bigint of the same value are equal in the format.
    if (got === undefined || !(got == wanted || bothNaN)) throw difference(context, expected, actual);
    return;
  }
  if (actual === undefined || canonical(expected) !== canonical(actual))
    throw difference(context, expected, actual);
}

function canonical(value: unknown): string {
  return EJSON.stringify({ value }, { relaxed: false });
}

function difference(context: MatchContext, expected: unknown, actual: unknown): Mismatch {
  return new Mismatch(`${context.path}: expected ${show(expected)}, got ${show(actual)}`);
}

/** A value as short text for messages. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : EJSON.stringify(value as Document);
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
