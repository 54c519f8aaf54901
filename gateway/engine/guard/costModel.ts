import type { ConstDirectiveNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { directiveName } from '../supergraph/features.ts';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';

/** What `@listSize` says about a list field. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments (dotted paths into input objects allowed) that bound the list's length. */
  readonly slicingArguments: readonly string[];
  /** Fields below that hold the list this size is about, as in connections. */
  readonly sizedFields: readonly string[];
  readonly requireOne: boolean;
}

/** Weights and list sizes of a supergraph. */
export interface CostModel {
  /** Weight of a field, argument (`Type.field.argument`), input field (`Input.field`) or type, if one is written. */
  weight(coordinate: string): number | undefined;
  listSize(coordinate: string): ListSize | undefined;
}

/** Reads `@cost` and `@listSize` from a supergraph; without them everything has its default weight. */
export function readCostModel({ document, features }: Supergraph): CostModel {
  const costName = directiveName(features, 'cost', 'cost');
  const sizeName = directiveName(features, 'cost', 'listSize');
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const readWeight = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    const weight = number(argument(find(directives, costName), 'weight'));
    if (weight !== undefined) weights.set(coordinate, weight);
  };
  const readField = (parent: string, field: FieldDefinitionNode | InputValueDefinitionNode) => {
    const coordinate = `${parent}.${field.name.value}`;
    readWeight(coordinate, field.directives);
    if (field.kind !== Kind.FIELD_DEFINITION) return;
    for (const one of field.arguments ?? []) readWeight(`${coordinate}.${one.name.value}`, one.directives);
    const size = find(field.directives, sizeName);
    if (size) sizes.set(coordinate, readListSize(size));
  };
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    readWeight(definition.name.value, definition.directives as readonly ConstDirectiveNode[]);
    if ('fields' in definition)
      for (const field of definition.fields ?? []) readField(definition.name.value, field);
  }
  return { weight: (coordinate) => weights.get(coordinate), listSize: (coordinate) => sizes.get(coordinate) };
}

function readListSize(directive: ConstDirectiveNode): ListSize {
  const strings = (name: string): readonly string[] => {
    const value = argument(directive, name);
    if (value?.kind === Kind.STRING) return [value.value];
    return value?.kind === Kind.LIST
      ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
      : [];
  };
  const requireOne = argument(directive, 'requireOneSlicingArgument');
  return {
    assumedSize: number(argument(directive, 'assumedSize')),
    slicingArguments: strings('slicingArguments'),
    sizedFields: strings('sizedFields'),
    requireOne: requireOne?.kind !== Kind.BOOLEAN || requireOne.value,
  };
}

function find(directives: readonly ConstDirectiveNode[] | undefined, name: string | undefined) {
  return directives?.find((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode | undefined, name: string) {
  return directive?.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

function number(value: ReturnType<typeof argument>): number | undefined {
  return value?.kind === Kind.INT || value?.kind === Kind.FLOAT ? Number(value.value) : undefined;
}
