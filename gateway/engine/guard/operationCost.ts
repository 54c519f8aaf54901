import type { FieldNode, GraphQLArgument, GraphQLSchema, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import { fieldDefinition } from '../document/fieldDefinition.ts';
import type { CostModel, ListSize } from './costModel.ts';
import type { GuardLimits } from './limits.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Cost of an operation for given (coerced) variables, and the largest list a slicing argument asks for. */
export interface MeasuredCost {
  readonly cost: number;
  readonly largestList: number;
}

/** Price of starting a mutation, as in the cost specification. */
const mutationBase = 10;
/** Price of one introspection field for one type. */
const introspectionWeight = 0.1;

/**
 * Prices an operation by the cost specification: composite values weigh 1 and leaves 0 unless `@cost` says otherwise,
 * lists multiply by their expected length. Fragments are taken together, so overlapping ones count twice.
 */
export function measureCost(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  model: CostModel,
  limits: GuardLimits,
  variables: Variables,
): MeasuredCost {
  const pricing = new Pricing(selected, schema, model, limits, variables);
  const { operation } = selected;
  const root = schema.getRootType(operation.operation)?.name ?? '';
  const base = operation.operation === 'mutation' ? mutationBase : 0;
  return {
    cost: base + pricing.selection(operation.selectionSet, root, undefined),
    largestList: pricing.largestList,
  };
}

/** Sizes a parent's `@listSize(sizedFields:)` promises to its children. */
type Promised = { readonly fields: readonly string[]; readonly size: number } | undefined;

class Pricing {
  readonly #selected: SelectedOperation;
  readonly #schema: GraphQLSchema;
  readonly #model: CostModel;
  readonly #limits: GuardLimits;
  readonly #variables: Variables;
  readonly #fragments = new Map<string, number>();
  largestList = 0;

  constructor(
    selected: SelectedOperation,
    schema: GraphQLSchema,
    model: CostModel,
    limits: GuardLimits,
    variables: Variables,
  ) {
    this.#selected = selected;
    this.#schema = schema;
    this.#model = model;
    this.#limits = limits;
    this.#variables = variables;
  }

  selection(set: SelectionSetNode, parent: string, promised: Promised): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.#field(selection, parent, promised);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += this.selection(
          selection.selectionSet,
          selection.typeCondition?.name.value ?? parent,
          promised,
        );
      } else cost += this.#spread(selection.name.value, promised);
    }
    return cost;
  }

  #spread(name: string, promised: Promised): number {
    const key = promised ? `${name} ${promised.size} ${promised.fields.join(' ')}` : name;
    let cost = this.#fragments.get(key);
    if (cost === undefined) {
      const fragment = this.#selected.fragments.get(name);
      cost = fragment
        ? this.selection(fragment.selectionSet, fragment.typeCondition.name.value, promised)
        : 0;
      this.#fragments.set(key, cost);
    }
    return cost;
  }

  #field(node: FieldNode, parent: string, promised: Promised): number {
    const name = node.name.value;
    const type = this.#schema.getType(parent);
    if (name === '__schema' || name === '__type') return this.#introspection(node);
    if (name.startsWith('__') || (!isObjectType(type) && !isInterfaceType(type))) return 0;
    const definition = fieldDefinition(this.#schema, type, name);
    if (!definition) return 0;
    const coordinate = `${parent}.${name}`;
    const named = getNamedType(definition.type);
    const listSize = this.#model.listSize(coordinate);
    const size = listSize ? this.#sizeOf(listSize, node, definition.args) : undefined;
    const isList = isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type);
    const sized = listSize !== undefined && listSize.sizedFields.length > 0;
    const passedOn: Promised = sized
      ? { fields: listSize.sizedFields, size: size ?? this.#limits.assumedListSize }
      : undefined;
    const own = promised?.fields.includes(name) === true ? promised.size : sized ? undefined : size;
    const times = isList ? (own ?? this.#limits.assumedListSize) : 1;
    const weight =
      this.#model.weight(coordinate) ?? this.#model.weight(named.name) ?? (isCompositeType(named) ? 1 : 0);
    const below = node.selectionSet ? this.selection(node.selectionSet, named.name, passedOn) : 0;
    return times * (weight + below) + this.#argumentCost(node, coordinate);
  }

  /** Introspection reads what is at hand, and may still answer megabytes: each field counts, for every type. */
  #introspection(node: FieldNode): number {
    const types = node.name.value === '__schema' ? Object.keys(this.#schema.getTypeMap()).length : 1;
    return Math.ceil(types * introspectionWeight * this.#fieldsBelow(node.selectionSet));
  }

  #fieldsBelow(set: SelectionSetNode | undefined, passed: readonly string[] = []): number {
    let count = 1;
    for (const selection of set?.selections ?? []) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) count += this.#fieldsBelow(selection.selectionSet, passed);
      else if (!passed.includes(selection.name.value)) {
        const { value } = selection.name;
        count += this.#fieldsBelow(this.#selected.fragments.get(value)?.selectionSet, [...passed, value]);
      }
    }
    return count;
  }

  #argumentCost(node: FieldNode, coordinate: string): number {
    let cost = 0;
    for (const one of node.arguments ?? [])
      cost += this.#model.weight(`${coordinate}.${one.name.value}`) ?? 0;
    return cost;
  }

  /**
   * The length a list field is expected to have; the largest of its slicing arguments wins, with the default of one that
   * is left out. A size below nothing makes nothing cheaper: whoever serves the list will refuse it.
   */
  #sizeOf(listSize: ListSize, node: FieldNode, args: readonly GraphQLArgument[]): number | undefined {
    let size: number | undefined;
    for (const path of listSize.slicingArguments) {
      const [name = '', ...inner] = path.split('.');
      const value = this.#given(node, name, inner) ?? defaultOf(args, name, inner);
      if (typeof value !== 'number') continue;
      size = Math.max(size ?? 0, value);
    }
    if (size !== undefined) this.largestList = Math.max(this.largestList, size);
    return size ?? listSize.assumedSize;
  }

  #given(node: FieldNode, name: string, inner: readonly string[]): unknown {
    const argument = node.arguments?.find((one) => one.name.value === name);
    return argument && within(valueFromASTUntyped(argument.value, this.#variables), inner);
  }
}

const defaultOf = (args: readonly GraphQLArgument[], name: string, inner: readonly string[]): unknown =>
  within(args.find((one) => one.name === name)?.defaultValue, inner);

function within(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = (found as Record<string, unknown> | null | undefined)?.[key];
  return found;
}
