import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

type ReferenceResolver = (reference: Readonly<Record<string, unknown>>, ...rest: unknown[]) => unknown;
type TypeResolvers = Readonly<Record<string, unknown>>;

/** Key fields of a `@key` that hold a plain value. */
function plainKeys({ arguments: args = [] }: ConstDirectiveNode): string[] {
  const fields = args.find(({ name }) => name.value === 'fields')?.value;
  const text: unknown = fields === undefined ? '' : valueFromASTUntyped(fields);
  const [selected] = parse(`{ ${String(text)} }`, { noLocation: true }).definitions;
  if (selected?.kind !== Kind.OPERATION_DEFINITION) return [];
  return selected.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD && each.selectionSet === undefined ? [each.name.value] : [],
  );
}

/** The plain key fields of every entity that this SDL resolves. */
function keysOf(documents: readonly DocumentNode[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const definition of documents.flatMap((each) => each.definitions)) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      continue;
    const directives = (definition.directives ?? []).filter(({ name }) => name.value === 'key');
    const found = directives.flatMap(plainKeys);
    const { value: name } = definition.name;
    if (directives.length > 0) keys.set(name, [...(keys.get(name) ?? []), ...found]);
  }
  return keys;
}

const isPlain = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'number';

/**
 * The same resolvers, where a reference whose key is no plain value finds nothing: an object of operators in the place of
 * an id would be a question of its own to a database.
 */
export function guardReferences(
  documents: readonly DocumentNode[],
  resolvers: Readonly<Record<string, TypeResolvers>>,
): Record<string, TypeResolvers> {
  const guarded: Record<string, TypeResolvers> = { ...resolvers };
  for (const [type, keys] of keysOf(documents)) {
    const own = resolvers[type] ?? {};
    const resolve = (own['__resolveReference'] ?? ((reference) => reference)) as ReferenceResolver;
    const __resolveReference: ReferenceResolver = (reference, ...rest) =>
      keys.every((key) => isPlain(reference[key])) ? resolve(reference, ...rest) : null;
    guarded[type] = { ...own, __resolveReference };
  }
  return guarded;
}
