import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import { beyond } from './beyond.ts';
import { fieldWeight } from './fieldWeight.ts';
import type { GuardLimits } from './limits.ts';

interface Group {
  /** Weight of the fields so far: what one more of them is compared with. */
  weight: number;
  readonly sets: SelectionSetNode[];
}

/**
 * Bounds the merging of fields: validation compares all fields of one response key pair by pair, their arguments
 * included, and goes on with what is selected below them. Counts that over all definitions as they are with their
 * fragments spread; the count itself ends at the bound of expanded fields. No fragment may contain itself.
 */
export function guardMerging(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  limits: GuardLimits,
): GraphQLError | undefined {
  const walk = new MergeWalk(fragments, limits);
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk.visit([definition.selectionSet]);
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && !walk.hasSpread(definition))
      walk.visit([definition.selectionSet]);
  if (walk.pairs > limits.fieldPairs)
    return beyond('pairs of fields to merge', walk.pairs, limits.fieldPairs);
  if (walk.visited > limits.expandedFields) return beyond('fields', walk.visited, limits.expandedFields);
  return undefined;
}

class MergeWalk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #limits: GuardLimits;
  readonly #spread = new Set<FragmentDefinitionNode>();
  /** Fields met once before, of those with arguments. */
  readonly #weights = new Map<FieldNode, number>();
  visited = 0;
  pairs = 0;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, limits: GuardLimits) {
    this.#fragments = fragments;
    this.#limits = limits;
  }

  get #isOver(): boolean {
    return this.pairs > this.#limits.fieldPairs || this.visited > this.#limits.expandedFields;
  }

  hasSpread(fragment: FragmentDefinitionNode): boolean {
    return this.#spread.has(fragment);
  }

  visit(sets: readonly SelectionSetNode[]): void {
    const groups = new Map<string, Group>();
    const spread = new Set<string>();
    for (const set of sets) this.#gather(set, groups, spread);
    for (const { sets: below } of groups.values()) {
      if (this.#isOver) return;
      if (below.length > 0) this.visit(below);
    }
  }

  #gather(set: SelectionSetNode, groups: Map<string, Group>, spread: Set<string>): void {
    for (const selection of set.selections) {
      this.visited++;
      if (this.#isOver) return;
      if (selection.kind === Kind.FIELD) this.#take(selection, groups);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#gather(selection.selectionSet, groups, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = this.#fragments.get(selection.name.value);
        if (!fragment) continue;
        this.#spread.add(fragment);
        this.#gather(fragment.selectionSet, groups, spread);
      }
    }
  }

  #take(field: FieldNode, groups: Map<string, Group>): void {
    const key = responseKey(field);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { weight: 0, sets: [] }));
    this.pairs += group.weight;
    group.weight += this.#weightOf(field);
    if (field.selectionSet) group.sets.push(field.selectionSet);
  }

  #weightOf(field: FieldNode): number {
    if (!field.arguments?.length && !field.directives?.length) return 1;
    let weight = this.#weights.get(field);
    if (weight === undefined) this.#weights.set(field, (weight = fieldWeight(field)));
    return weight;
  }
}
