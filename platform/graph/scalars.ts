import { isCurrency } from '@promesse/geography/currencies';
import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type ValueNode,
} from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { requireJson } from '../values/json.ts';
import { isoOf, isTimeZone, parseDate, parseInstant } from '../values/time.ts';

/** A scalar whose variables and literals go through one check. */
function scalar<T>(
  name: string,
  output: (value: unknown) => unknown,
  input: (value: unknown) => T,
): GraphQLScalarType {
  const wrong = (what: string): never => {
    throw new GraphQLError(what, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  const read = (value: unknown): T => {
    try {
      return input(value);
    } catch (error) {
      return wrong(error instanceof Error ? error.message : `Not a ${name}.`);
    }
  };
  return new GraphQLScalarType({
    name,
    serialize: output,
    parseValue: read,
    parseLiteral: (node) => read(literalValue(node)),
  });
}

function literalValue(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.NULL:
      return null;
    default:
      return undefined;
  }
}

/** JSON may be written as a literal, too, with variables inside it. */
const json = scalar('JSON', requireJson, requireJson);
json.parseLiteral = (node, variables) => json.parseValue(valueFromASTUntyped(node, variables));

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`${name} is a string.`);
  return value;
}

function matching(name: string, pattern: RegExp, example: string): GraphQLScalarType {
  const check = (value: unknown): string => {
    const given = text(value, name);
    if (!pattern.test(given)) throw new TypeError(`${name} looks like ${example}.`);
    return given;
  };
  return scalar(name, check, check);
}

/** Inside the application a DateTime is a number: epoch ms. Resolvers may also return a Temporal.Instant or a Date. */
function outputInstant(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return isoOf(value);
  if (value instanceof Temporal.Instant) return value.toString();
  if (value instanceof Date) return isoOf(value.getTime());
  throw new TypeError(`DateTime takes epoch ms, a Temporal.Instant or a Date, not ${typeof value}.`);
}

function outputDate(value: unknown): string {
  if (value instanceof Temporal.PlainDate) return value.toString();
  return parseDate(text(value, 'LocalDate'), 'LocalDate').toString();
}

function safeInt(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError('SafeInt is a whole number within 2^53 - 1.');
}

function timeZone(value: unknown): string {
  const zone = text(value, 'TimeZone');
  if (!isTimeZone(zone)) throw new TypeError('TimeZone is an IANA name such as Europe/Paris.');
  return zone;
}

function currency(value: unknown): string {
  const code = text(value, 'CurrencyCode');
  if (!isCurrency(code)) throw new TypeError('CurrencyCode is a currency of ISO 4217 such as EUR.');
  return code;
}

const known: Readonly<Record<string, GraphQLScalarType>> = {
  DateTime: scalar('DateTime', outputInstant, (value) => parseInstant(text(value, 'DateTime'), 'DateTime')),
  LocalDate: scalar('LocalDate', outputDate, (value) =>
    parseDate(text(value, 'LocalDate'), 'LocalDate').toString(),
  ),
  TimeZone: scalar('TimeZone', timeZone, timeZone),
  SafeInt: scalar('SafeInt', safeInt, safeInt),
  CurrencyCode: scalar('CurrencyCode', currency, currency),
  CountryCode: matching('CountryCode', /^[A-Z]{2}$/, 'FR'),
  JSON: json,
};

/**
 * TypeScript types of the scalars as resolvers meet them, for code generation: `DateTime` is epoch ms in arguments,
 * `LocalDate` a YYYY-MM-DD string.
 */
export const scalarTypes = {
  DateTime: 'number',
  LocalDate: 'string',
  TimeZone: 'string',
  CurrencyCode: 'string',
  CountryCode: 'string',
  SafeInt: 'number',
  JSON: 'unknown',
} as const;

/** TypeScript types of the scalars as they travel in JSON, for documents between subgraphs: instants are RFC 3339. */
export const wireTypes: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
  ...scalarTypes,
  DateTime: 'string',
};

/** Scalars that federation itself defines. */
const federationScalars = new Set(['_Any', '_FieldSet', 'FieldSet', 'federation__FieldSet', 'link__Import']);

/** Resolvers of exactly the scalars the SDL names; an unknown one stops the boot. */
export function scalarResolvers(documents: readonly DocumentNode[]): Record<string, GraphQLScalarType> {
  const found: Record<string, GraphQLScalarType> = {};
  for (const { definitions } of documents) {
    for (const definition of definitions) {
      if (definition.kind !== Kind.SCALAR_TYPE_DEFINITION) continue;
      const name = definition.name.value;
      if (federationScalars.has(name)) continue;
      const type = known[name];
      if (type === undefined)
        throw new Error(`The SDL names the scalar ${name}; platform/graph/scalars.ts has no such.`);
      found[name] = type;
    }
  }
  return found;
}
