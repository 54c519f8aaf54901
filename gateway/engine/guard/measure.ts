import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { directiveWeight, fieldWeight } from './fieldWeight.ts';

/** What a selection amounts to once fragments are followed. */
export interface Size {
  readonly depth: number;
  /** Depth with inline fragments and spreads counted as levels of their own. */
  readonly nesting: number;
  readonly aliases: number;
  /** Fields with their arguments' values, inline fragments and spreads. */
  readonly selections: number;
  readonly rootFields: number;
}

const empty: Size = { depth: 0, nesting: 0, aliases: 0, selections: 0, rootFields: 0 };
/** Stands for whatever nests deeper than is looked at. */
const tooDeep: Size = { ...empty, depth: Infinity, nesting: Infinity };

/**
 * Measures selections, each fragment once however often it is spread; one that contains itself counts as empty, since
 * validation refuses it. Never goes deeper than `mostLevels`, so that a chain of fragments cannot exhaust the stack.
 */
export class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #mostLevels: number;
  readonly #known = new Map<FragmentDefinitionNode, Size | 'begun'>();
  #level = 0;
  cyclic = false;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, mostLevels: number) {
    this.#fragments = fragments;
    this.#mostLevels = mostLevels;
  }

  /** Whether something measured before spreads this fragment. */
  hasSeen(fragment: FragmentDefinitionNode): boolean {
    return this.#known.has(fragment);
  }

  of(set: SelectionSetNode): Size {
    if (this.#level > this.#mostLevels) return tooDeep;
    this.#level++;
    let [depth, nesting, aliases, selections, rootFields] = [1, 1, 0, 0, 0];
    for (const selection of set.selections) {
      const isField = selection.kind === Kind.FIELD;
      const below = this.#below(selection);
      depth = Math.max(depth, isField ? 1 + below.depth : below.depth);
      nesting = Math.max(nesting, 1 + below.nesting);
      aliases += below.aliases + (isField && selection.alias ? 1 : 0);
      selections +=
        below.selections + (isField ? fieldWeight(selection) : 1 + directiveWeight(selection.directives));
      rootFields += isField ? 1 : below.rootFields;
    }
    this.#level--;
    return { depth, nesting, aliases, selections, rootFields };
  }

  ofFragment(fragment: FragmentDefinitionNode): Size {
    const seen = this.#known.get(fragment);
    if (seen === 'begun') this.cyclic = true;
    if (seen !== undefined) return seen === 'begun' ? empty : seen;
    this.#known.set(fragment, 'begun');
    const size = this.of(fragment.selectionSet);
    this.#known.set(fragment, size);
    return size;
  }

  #below(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind !== Kind.FRAGMENT_SPREAD)
      return selection.selectionSet ? this.of(selection.selectionSet) : empty;
    const fragment = this.#fragments.get(selection.name.value);
    return fragment ? this.ofFragment(fragment) : empty;
  }
}
