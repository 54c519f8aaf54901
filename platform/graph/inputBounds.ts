import {
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { codedError } from '../errors/codedError.ts';

/** Longest text of an argument, in UTF-16 code units, unless its name is in `longTexts`. */
export const maxTextLength = 2_000;
/** Longest id; events take longer ones, as some are made of two. An id has at least one character. */
export const maxIdLength = 255;
/** Most representations of one `_entities` call. */
export const maxRepresentations = 1_000;
/** Texts that may be longer, by input type and field. */
export const longTexts: Readonly<Record<string, number>> = {
  'DraftRuleSetInput.rulesJson': 500_000,
  // A handle carries what was promised, signed.
  'PlaceOrderInput.deliveryOptionHandle': 8_000,
  'HoldCartUnitsInput.deliveryOptionHandle': 8_000,
  'SourceOrderInput.handle': 8_000,
  'CartOptionInput.deliveryOptionHandle': 8_000,
  'ConfirmOrderChangeInput.deliveryOptionHandle': 8_000,
  'AnswerPromiseInput.handle': 8_000,
  'OptionTermsInput.handle': 8_000,
};

/** Checks one value that has been coerced; `at` is its path, for the message. */
type Check = (value: unknown, at: string) => void;

/**
 * A check of the texts, ids and representations among a field's arguments; undefined when it has none. BAD_USER_INPUT
 * names the place and never the value.
 */
export function inputBounds(
  args: readonly GraphQLArgument[],
): ((args: Readonly<Record<string, unknown>>) => void) | undefined {
  const checks: (readonly [string, Check])[] = [];
  for (const { name, type } of args) {
    const check = checkOf(type, name, new Map());
    if (check !== undefined) checks.push([name, check]);
  }
  if (checks.length === 0) return undefined;
  return (values) => {
    for (const [name, check] of checks) check(values[name], name);
  };
}

/** Input types may contain themselves, so a check of a type that is being made is looked up when it runs. */
type Known = Map<string, { check: Check | undefined }>;

function checkOf(wrapped: GraphQLInputType, coordinate: string, known: Known): Check | undefined {
  const type = getNullableType(wrapped);
  if (isListType(type)) {
    const each = checkOf(type.ofType, coordinate, known);
    if (each === undefined) return undefined;
    const most = each === representation ? maxRepresentations : undefined;
    return (value, at) => {
      if (!Array.isArray(value)) return;
      if (most !== undefined && value.length > most)
        throw codedError('BAD_USER_INPUT', `${at} takes at most ${most} entries, not ${value.length}.`);
      value.forEach((entry, index) => each(entry, `${at}[${index}]`));
    };
  }
  if (isScalarType(type)) return scalarCheck(type.name, coordinate);
  if (!isInputObjectType(type)) return undefined;
  const earlier = known.get(type.name);
  if (earlier !== undefined) return (value, at) => earlier.check?.(value, at);
  const slot: { check: Check | undefined } = { check: undefined };
  known.set(type.name, slot);
  const checks = Object.values(type.getFields()).flatMap((field) => {
    const check = checkOf(field.type, `${type.name}.${field.name}`, known);
    return check === undefined ? [] : [[field.name, check] as const];
  });
  if (checks.length === 0) return undefined;
  return (slot.check = (value, at) => {
    if (typeof value !== 'object' || value === null) return;
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [name, check] of checks) check(fields[name], `${at}.${name}`);
  });
}

function scalarCheck(scalar: string, coordinate: string): Check | undefined {
  if (scalar === '_Any') return representation;
  if (scalar !== 'ID' && scalar !== 'String') return undefined;
  const most = longTexts[coordinate] ?? (scalar === 'ID' ? maxIdLength : maxTextLength);
  return (value, at) => {
    if (value === '' && scalar === 'ID') throw codedError('BAD_USER_INPUT', `${at} is empty.`, { field: at });
    if (typeof value === 'string' && value.length > most)
      throw codedError('BAD_USER_INPUT', `${at} has at most ${most} characters.`, { field: at });
  };
}

/** What federation sends of an entity: its members may be asked of a database, so they are bounded like ids and texts. */
const representation: Check = (value, at) => {
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value))
    if (typeof member === 'string' && member.length > maxTextLength)
      throw codedError('BAD_USER_INPUT', `A member of ${at} has at most ${maxTextLength} characters.`);
};
