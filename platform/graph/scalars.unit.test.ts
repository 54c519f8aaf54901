import { parse, valueFromAST, type GraphQLScalarType } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { scalarResolvers, scalarTypes } from './scalars.ts';

const all = scalarResolvers([
  parse(
    Object.keys(scalarTypes)
      .map((name) => `scalar ${name}`)
      .join('\n'),
  ),
]);
const scalar = (name: string): GraphQLScalarType => all[name] as GraphQLScalarType;

describe('scalars', () => {
  it('are found for exactly those the SDL names, and an unknown one stops the boot', () => {
    expect(Object.keys(scalarResolvers([parse('scalar SafeInt')]))).toEqual(['SafeInt']);
    expect(() => scalarResolvers([parse('scalar Colour')])).toThrow('Colour');
  });
  it('take an instant in any offset and give it in UTC, from a number, a Date or a Temporal.Instant', () => {
    const ms = Date.UTC(2026, 2, 29, 1);
    expect(scalar('DateTime').parseValue('2026-03-29T03:00:00+02:00')).toBe(ms);
    for (const value of [ms, new Date(ms), Temporal.Instant.fromEpochMilliseconds(ms)]) {
      expect(scalar('DateTime').serialize(value)).toBe('2026-03-29T01:00:00Z');
    }
    expect(() => scalar('DateTime').serialize('2026-03-29')).toThrow('DateTime');
  });
  it.each([
    ['DateTime', '2026-03-29'],
    ['DateTime', 1_700_000_000],
    ['LocalDate', '2026-02-30'],
    ['TimeZone', 'Mars/Base'],
    ['CurrencyCode', 'eur'],
    ['CountryCode', 'FRA'],
    ['SafeInt', 1.5],
    ['SafeInt', 2 ** 53],
    ['SafeInt', '5'],
  ])('%s refuses %j with a code', (name, value) => {
    try {
      scalar(name).parseValue(value);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });
  it('check literals as they check variables', () => {
    const literal = (name: string, text: string): unknown => {
      const document = parse(`{ f(a: ${text}) }`);
      const definition = document.definitions[0];
      if (definition?.kind !== 'OperationDefinition') throw new Error('not an operation');
      const field = definition.selectionSet.selections[0];
      if (field?.kind !== 'Field') throw new Error('not a field');
      return valueFromAST(field.arguments?.[0]?.value, scalar(name));
    };
    expect(literal('SafeInt', '3000000000')).toBe(3_000_000_000);
    expect(literal('LocalDate', '"2026-03-29"')).toBe('2026-03-29');
    expect(literal('SafeInt', '"3"')).toBeUndefined();
  });
});
