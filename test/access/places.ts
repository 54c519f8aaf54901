import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { argumentsOf } from './plausible.ts';

/** A scalar that a field takes, somewhere in its arguments. */
export interface Leaf {
  /** Names to go along, from the argument on. */
  readonly path: readonly string[];
  readonly scalar: string;
  /** `Type.field` of the input field; `.argument` for an argument. */
  readonly coordinate: string;
}

/** Every scalar that arguments lead to; types that contain themselves are gone through once. */
export function leavesOf(args: readonly GraphQLArgument[]): Leaf[] {
  const walk = (
    holder: string,
    { name, type }: { readonly name: string; readonly type: GraphQLInputType },
    seen: readonly string[],
  ): Leaf[] => {
    const named = getNamedType(type);
    if (isScalarType(named)) return [{ path: [name], scalar: named.name, coordinate: `${holder}.${name}` }];
    if (!isInputObjectType(named) || seen.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap((field) =>
      walk(named.name, field, [...seen, named.name]).map((leaf) => ({ ...leaf, path: [name, ...leaf.path] })),
    );
  };
  return args.flatMap((arg) => walk('', arg, []));
}

/** Puts a value in the place of the named leaf; every list on the way has one entry. */
export function placed(
  fields: readonly { readonly name: string; readonly type: GraphQLInputType }[],
  given: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const type = fields.find((field) => field.name === name)?.type;
  if (type === undefined) throw new Error(`There is no ${name}.`);
  const named = getNamedType(type);
  const before = given[name];
  const one = (Array.isArray(before) ? before[0] : before) as Record<string, unknown> | undefined;
  const inner = isInputObjectType(named)
    ? placed(
        Object.values(named.getFields()),
        one ?? argumentsOf(Object.values(named.getFields()), {}),
        rest,
        value,
      )
    : value;
  return { ...given, [name]: isListType(getNullableType(type)) ? [inner] : inner };
}
