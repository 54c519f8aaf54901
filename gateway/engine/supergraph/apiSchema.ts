import type {
  ASTNode,
  DefinitionNode,
  DirectiveNode,
  DocumentNode,
  GraphQLSchema,
  NamedTypeNode,
} from 'graphql';
import { buildASTSchema, Kind, parse, visit } from 'graphql';
import type { Feature } from './features.ts';
import { directiveName } from './features.ts';

/** Directives of the GraphQL specification that clients may see on API elements. */
const visibleDirectives = new Set(['deprecated', 'specifiedBy', 'oneOf']);

const deferDefinition = parse(
  'directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT',
).definitions;

/**
 * What clients may ask: the supergraph without inaccessible elements, without the machinery of federation and
 * without directives meant for the gateway. `@defer` is added because the engine answers it.
 */
export function buildApiSchema(document: DocumentNode, features: readonly Feature[]): GraphQLSchema {
  const machinery = machineryNames(features);
  const inaccessible = directiveName(features, 'inaccessible', 'inaccessible');
  const hidden = (node: Directed) =>
    inaccessible !== undefined && (node.directives ?? []).some((d) => d.name.value === inaccessible);
  const gone = new Set<string>();
  for (const definition of document.definitions) {
    if ('name' in definition && definition.name && hidden(definition as Directed)) {
      gone.add(definition.name.value);
    }
  }
  const kept = document.definitions.filter((definition) => isApi(definition, machinery, gone));
  const definitions = [...kept, ...deferDefinition].map((definition) => clean(definition, hidden, gone));
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
}

interface Directed {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** Recognises names that belong to a linked specification (`join__Graph`, `link__Import`, …) and not to the API. */
function machineryNames(features: readonly Feature[]): (name: string) => boolean {
  const prefixes = features.map((feature) => `${feature.prefix}__`);
  const imported = new Set<string>();
  for (const feature of features) {
    for (const name of feature.imports.values()) imported.add(name.replace('@', ''));
  }
  return (name) => imported.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

function isApi(node: DefinitionNode, machinery: (name: string) => boolean, gone: Set<string>): boolean {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
  if (node.kind === Kind.SCHEMA_DEFINITION) return true;
  if (!('name' in node) || !node.name) return false;
  return !machinery(node.name.value) && !gone.has(node.name.value);
}

function clean(
  definition: DefinitionNode,
  hidden: (node: Directed) => boolean,
  gone: Set<string>,
): DefinitionNode {
  const present = (types: readonly NamedTypeNode[] | undefined) =>
    types?.filter((t) => !gone.has(t.name.value));
  return visit(definition, {
    enter(node: ASTNode) {
      if (node.kind === Kind.DIRECTIVE) return visibleDirectives.has(node.name.value) ? undefined : null;
      if ('directives' in node && hidden(node)) return null;
      if (node.kind === Kind.OPERATION_TYPE_DEFINITION && gone.has(node.type.name.value)) return null;
      return undefined;
    },
    leave(node: ASTNode) {
      if (node.kind === Kind.UNION_TYPE_DEFINITION) return { ...node, types: present(node.types) };
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        return { ...node, interfaces: present(node.interfaces) };
      }
      return undefined;
    },
  }) as DefinitionNode;
}
