import type { DefinitionNode, DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import type { GuardLimits } from './limits.ts';

/** What a selection amounts to once fragments are followed. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly rootFields: number;
}

/**
 * Measures a parsed document in time linear in its length, however large it would be when expanded, so that nothing
 * expensive is ever done for a hostile one. Undefined means it is within the limits.
 */
export function guardDocument(document: DocumentNode, limits: GuardLimits): GraphQLError | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (fragments.size > limits.fragments) return beyond('fragments', fragments.size, limits.fragments);
  const measure = createMeasure(fragments);
  for (const definition of document.definitions) {
    const excess = checkDefinition(definition, measure, limits);
    if (excess) return excess;
  }
  return checkDocument(document, limits);
}

function checkDefinition(
  definition: DefinitionNode,
  measure: (set: SelectionSetNode) => Size,
  limits: GuardLimits,
): GraphQLError | undefined {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const size = measure(definition.selectionSet);
  if (size.depth > limits.depth) return beyond('levels', size.depth, limits.depth);
  if (size.fields > limits.expandedFields) return beyond('fields', size.fields, limits.expandedFields);
  if (size.aliases > limits.aliases) return beyond('aliases', size.aliases, limits.aliases);
  if (size.rootFields > limits.rootFields) return beyond('root fields', size.rootFields, limits.rootFields);
  return undefined;
}

/** Each fragment is measured once; one that contains itself counts as empty, since validation refuses it. */
function createMeasure(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>();
  const empty: Size = { depth: 0, aliases: 0, fields: 0, rootFields: 0 };
  const ofFragment = (name: string): Size => {
    const seen = known.get(name);
    if (seen) return seen;
    known.set(name, empty);
    const fragment = fragments.get(name);
    const size = fragment ? measure(fragment.selectionSet) : empty;
    known.set(name, size);
    return size;
  };
  const measure = (set: SelectionSetNode): Size => {
    let depth = 1;
    let aliases = 0;
    let fields = 0;
    let rootFields = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : empty;
        depth = Math.max(depth, 1 + below.depth);
        aliases += below.aliases + (selection.alias ? 1 : 0);
        fields += 1 + below.fields;
        rootFields++;
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? measure(selection.selectionSet)
            : ofFragment(selection.name.value);
        depth = Math.max(depth, inner.depth);
        aliases += inner.aliases;
        fields += inner.fields;
        rootFields += inner.rootFields;
      }
    }
    return { depth, aliases, fields, rootFields };
  };
  return measure;
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

/** The error for an operation beyond a limit; says what was counted and what is allowed. */
export function beyond(what: string, count: number, limit: number): GraphQLError {
  return new GraphQLError(
    `The operation has ${Number.isFinite(count) ? count : 'too many'} ${what}; at most ${limit} are allowed.`,
    {
      extensions: { code: 'OPERATION_TOO_LARGE', limit },
    },
  );
}
