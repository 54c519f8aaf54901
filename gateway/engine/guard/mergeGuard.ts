import type {
  FragmentDefinitionNode,
  GraphQLError,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import { beyond } from './beyond.ts';
import type { GuardLimits } from './limits.ts';

interface Group {
  count: number;
  readonly sets: SelectionSetNode[];
}

/**
 * Bounds the merging of fields: validation compares all fields of one response key pair by pair, and goes on with what
 * is selected below them. Counts those pairs over the operation as it is with its fragments spread; the count itself
 * ends at the bound of expanded fields. The fragments must not contain themselves.
 */
export function guardMerging(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  limits: GuardLimits,
): GraphQLError | undefined {
  const walk = new MergeWalk(fragments, limits);
  walk.visit([operation.selectionSet]);
  if (walk.pairs > limits.fieldPairs)
    return beyond('pairs of fields to merge', walk.pairs, limits.fieldPairs);
  if (walk.visited > limits.expandedFields) return beyond('fields', walk.visited, limits.expandedFields);
  return undefined;
}

class MergeWalk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #limits: GuardLimits;
  visited = 0;
  pairs = 0;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, limits: GuardLimits) {
    this.#fragments = fragments;
    this.#limits = limits;
  }

  get #isOver(): boolean {
    return this.pairs > this.#limits.fieldPairs || this.visited > this.#limits.expandedFields;
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
      if (selection.kind === Kind.FIELD) {
        const group = groupOf(groups, responseKey(selection));
        this.pairs += group.count++;
        if (selection.selectionSet) group.sets.push(selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#gather(selection.selectionSet, groups, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment) this.#gather(fragment.selectionSet, groups, spread);
      }
    }
  }
}

function groupOf(groups: Map<string, Group>, key: string): Group {
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { count: 0, sets: [] }));
  return group;
}
