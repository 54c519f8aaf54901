import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLError,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';
import { beyond } from './beyond.ts';
import type { GuardLimits } from './limits.ts';
import { Measure, type Size } from './measure.ts';
import { guardMerging } from './mergeGuard.ts';

/** What the guard found out about a document. */
export interface Guarded {
  /** Why the document is refused, or undefined. */
  readonly excess: GraphQLError | undefined;
  /** True when a fragment contains itself: only the rule that says so may still look at the document. */
  readonly cyclic: boolean;
}

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/**
 * Measures a parsed document in time linear in its length, however large it would be when expanded, so that nothing
 * expensive is ever done for a hostile one. The text it came from must have passed `guardNesting`. All definitions count
 * together: validation goes through each of them, and through fragments that nobody spreads or that have one name.
 */
export function guardDocument(document: DocumentNode, limits: GuardLimits): Guarded {
  const definitions: Definition[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    definitions.push(definition);
  }
  const measure = new Measure(fragments, limits.nesting);
  const excess =
    checkCounts(definitions, limits) ??
    checkSizes(definitions, measure, limits) ??
    checkWritten(definitions, limits);
  if (excess) return { excess, cyclic: false };
  if (measure.cyclic) return { excess: undefined, cyclic: true };
  return { excess: guardMerging(definitions, fragments, limits), cyclic: false };
}

function checkCounts(definitions: readonly Definition[], limits: GuardLimits): GraphQLError | undefined {
  let operations = 0;
  for (const { kind } of definitions) if (kind === Kind.OPERATION_DEFINITION) operations++;
  const fragments = definitions.length - operations;
  if (operations > limits.operations) return beyond('operations', operations, limits.operations);
  if (fragments > limits.fragments) return beyond('fragments', fragments, limits.fragments);
  return undefined;
}

/** Operations first: a fragment that none of them spreads is measured by itself. */
function checkSizes(
  definitions: readonly Definition[],
  measure: Measure,
  limits: GuardLimits,
): GraphQLError | undefined {
  let selections = 0;
  const add = (size: Size): GraphQLError | undefined => {
    selections += size.selections;
    return checkSize({ ...size, selections }, limits);
  };
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure.of(definition.selectionSet);
    const excess = add(size);
    if (excess) return excess;
    if (size.rootFields > limits.rootFields) return beyond('root fields', size.rootFields, limits.rootFields);
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION || measure.hasSeen(definition)) continue;
    const excess = add(measure.ofFragment(definition));
    if (excess) return excess;
  }
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

/** Counts what is written in the text, fragments not followed. */
function checkWritten(definitions: readonly Definition[], limits: GuardLimits): GraphQLError | undefined {
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
  for (const definition of definitions) {
    directives += definition.directives?.length ?? 0;
    walk(definition.selectionSet, new Set());
  }
  if (directives > limits.directives) return beyond('directives', directives, limits.directives);
  if (repeats > limits.repeatedFields) return beyond('repeated fields', repeats, limits.repeatedFields);
  return undefined;
}
