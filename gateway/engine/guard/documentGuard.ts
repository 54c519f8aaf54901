import type {
  DefinitionNode,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLError,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';
import { beyond } from './beyond.ts';
import type { GuardLimits } from './limits.ts';
import { guardMerging } from './mergeGuard.ts';

/** What a selection amounts to once fragments are followed. */
interface Size {
  readonly depth: number;
  /** Depth with inline fragments and spreads counted as levels of their own. */
  readonly nesting: number;
  readonly aliases: number;
  /** Fields, inline fragments and spreads. */
  readonly selections: number;
  readonly rootFields: number;
}

/** What the guard found out about a document. */
export interface Guarded {
  /** Why the document is refused, or undefined. */
  readonly excess: GraphQLError | undefined;
  /** True when a fragment contains itself: only the rule that says so may still look at the document. */
  readonly cyclic: boolean;
}

/**
 * Measures a parsed document in time linear in its length, however large it would be when expanded, so that nothing
 * expensive is ever done for a hostile one. The text it came from must have passed `guardNesting`.
 */
export function guardDocument(document: DocumentNode, limits: GuardLimits): Guarded {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const refused = (excess: GraphQLError): Guarded => ({ excess, cyclic: false });
  if (fragments.size > limits.fragments)
    return refused(beyond('fragments', fragments.size, limits.fragments));
  const written = checkDocument(document, limits);
  if (written) return refused(written);
  const measure = new Measure(fragments);
  for (const definition of document.definitions) {
    const excess = checkDefinition(definition, measure, limits);
    if (excess) return refused(excess);
  }
  // A fragment nobody spreads is compared by validation, too.
  for (const { selectionSet } of fragments.values()) {
    const excess = checkSize(measure.of(selectionSet), limits);
    if (excess) return refused(excess);
  }
  if (measure.cyclic) return { excess: undefined, cyclic: true };
  return { excess: checkMerging(document, fragments, limits), cyclic: false };
}

function checkMerging(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  limits: GuardLimits,
): GraphQLError | undefined {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const excess = guardMerging(definition, fragments, limits);
    if (excess) return excess;
  }
  return undefined;
}

function checkDefinition(
  definition: DefinitionNode,
  measure: Measure,
  limits: GuardLimits,
): GraphQLError | undefined {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const size = measure.of(definition.selectionSet);
  const excess = checkSize(size, limits);
  if (excess) return excess;
  if (size.rootFields > limits.rootFields) return beyond('root fields', size.rootFields, limits.rootFields);
  return undefined;
}

function checkSize(size: Size, limits: GuardLimits): GraphQLError | undefined {
  if (size.depth > limits.depth) return beyond('levels', size.depth, limits.depth);
  if (size.nesting > limits.nesting) return beyond('levels, fragments counted', size.nesting, limits.nesting);
  if (size.selections > limits.expandedFields)
    return beyond('fields', size.selections, limits.expandedFields);
  if (size.aliases > limits.aliases) return beyond('aliases', size.aliases, limits.aliases);
  return undefined;
}

const empty: Size = { depth: 0, nesting: 0, aliases: 0, selections: 0, rootFields: 0 };

/** Each fragment is measured once; one that contains itself counts as empty, since validation refuses it. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size | 'begun'>();
  cyclic = false;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  of(set: SelectionSetNode): Size {
    let [depth, nesting, aliases, selections, rootFields] = [1, 1, 0, 0, 0];
    for (const selection of set.selections) {
      const isField = selection.kind === Kind.FIELD;
      const below = this.#below(selection);
      depth = Math.max(depth, isField ? 1 + below.depth : below.depth);
      nesting = Math.max(nesting, 1 + below.nesting);
      aliases += below.aliases + (isField && selection.alias ? 1 : 0);
      selections += 1 + below.selections;
      rootFields += isField ? 1 : below.rootFields;
    }
    return { depth, nesting, aliases, selections, rootFields };
  }

  #below(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    return selection.selectionSet ? this.of(selection.selectionSet) : empty;
  }

  #ofFragment(name: string): Size {
    const seen = this.#known.get(name);
    if (seen === 'begun') this.cyclic = true;
    if (seen !== undefined) return seen === 'begun' ? empty : seen;
    this.#known.set(name, 'begun');
    const fragment = this.#fragments.get(name);
    const size = fragment ? this.of(fragment.selectionSet) : empty;
    this.#known.set(name, size);
    return size;
  }
}

/** Counts what is written in the text, fragments not followed. */
function checkDocument(document: DocumentNode, limits: GuardLimits): GraphQLError | undefined {
  let directives = 0;
  let repeats = 0;
  const walk = (set: SelectionSetNode, keys: Set<string>): void => {
    for (const selection of set.selections) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        if (keys.has(key)) repeats++;
        keys.add(key);
        if (selection.selectionSet) walk(selection.selectionSet, new Set());
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, keys);
      }
    }
  };
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition)) continue;
    directives += definition.directives?.length ?? 0;
    walk(definition.selectionSet, new Set());
  }
  if (directives > limits.directives) return beyond('directives', directives, limits.directives);
  if (repeats > limits.repeatedFields) return beyond('repeated fields', repeats, limits.repeatedFields);
  return undefined;
}
