import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** Values by name of the argument or input field that takes them. */
export type Known = Readonly<Record<string, unknown>>;

const scalars: Readonly<Record<string, unknown>> = {
  ...{ String: 'because', ID: 'no-such-id', Int: 1, Float: 1, Boolean: true, SafeInt: 1 },
  ...{ DateTime: '2026-03-12T00:00:00Z', LocalDate: '2026-03-12', TimeZone: 'Europe/Paris' },
  ...{ CurrencyCode: 'EUR', CountryCode: 'FR', JSON: 1 },
};

/** A value of an input type that the type accepts: what is required, and what is known by name. */
function valueOf(wrapped: GraphQLInputType, known: Known): unknown {
  const type = getNullableType(wrapped);
  if (isListType(type)) return [valueOf(type.ofType, known)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) => {
        const isWanted = isNonNullType(field.type) ? field.defaultValue === undefined : field.name in known;
        return isWanted ? [[field.name, given(field, known)]] : [];
      }),
    );
  return scalars[type.name];
}

/** An argument, or a field of an input. */
type Taking = { readonly name: string; readonly type: GraphQLInputType };

const given = (field: Taking, known: Known): unknown =>
  field.name in known && isScalarType(getNamedType(field.type)) && !isListType(getNullableType(field.type))
    ? known[field.name]
    : valueOf(field.type, known);

/** Values for those arguments of a field, or fields of an input, that are required or known. */
export const argumentsOf = (args: readonly Taking[], known: Known): Record<string, unknown> =>
  Object.fromEntries(
    args
      .filter((arg) => isNonNullType(arg.type) || arg.name in known)
      .map((arg) => [arg.name, given(arg, known)]),
  );

/** The text of an operation of one root field, its arguments as variables. */
export function operationText(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): string {
  const used = field.args.filter((arg) => arg.name in variables);
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${operation}${declared === '' ? '' : `(${declared})`} { it: ${field.name}${passed === '' ? '' : `(${passed})`}${selection} }`;
}

/** Does the field take an argument, or a member of one at any depth, of this name? */
export function takes(args: readonly Taking[], name: string): boolean {
  const within = (wrapped: GraphQLInputType): boolean => {
    const type = getNamedType(wrapped);
    return (
      isInputObjectType(type) &&
      Object.values(type.getFields()).some((field) => field.name === name || within(field.type))
    );
  };
  return args.some((arg) => arg.name === name || within(arg.type));
}
