import type { DefinitionNode, DirectiveNode, DocumentNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import type { Feature } from '../engine/supergraph/features.ts';
import { loweredProtection } from './loweredProtection.ts';
import { directiveName, readFeatures } from '../engine/supergraph/features.ts';

/** Directives that decide who may see a field. */
const securityDirectives = ['authenticated', 'requiresScopes', 'policy'] as const;

/** The same, and the one that takes an element out of the schema clients see. */
const protectingDirectives = [...securityDirectives, 'inaccessible'] as const;

export interface ProtectedElements {
  /** Schema coordinate (`Order.total`) to what protects it, as written. */
  readonly guards: ReadonlyMap<string, readonly string[]>;
  /** Every type and field there is. */
  readonly coordinates: ReadonlySet<string>;
  /** Coordinates that carry a security directive no `@link` gives a meaning to. */
  readonly unlinked: readonly string[];
}

/** Name of a directive in this document to its original name. */
function namesInUse(features: readonly Feature[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const directive of protectingDirectives) {
    const name = directiveName(features, directive, directive);
    if (name !== undefined) names.set(name, directive);
  }
  return names;
}

/** What a supergraph protects, and how. */
export function readProtectedElements(document: DocumentNode): ProtectedElements {
  const names = namesInUse(readFeatures(document));
  const guards = new Map<string, readonly string[]>();
  const coordinates = new Set<string>();
  const unlinked: string[] = [];

  const read = (coordinate: string, directives: readonly DirectiveNode[] = []): void => {
    coordinates.add(coordinate);
    const found = directives.flatMap((directive) => {
      const original = names.get(directive.name.value);
      return original === undefined
        ? []
        : [print({ ...directive, name: { kind: Kind.NAME, value: original } })];
    });
    if (found.length > 0) guards.set(coordinate, found);
    const meaningless = directives.some(({ name }) =>
      securityDirectives.some((known) => known === name.value && !names.has(known)),
    );
    if (meaningless) unlinked.push(coordinate);
  };

  for (const definition of document.definitions) readDefinition(definition, read);
  return { guards, coordinates, unlinked };
}

function readDefinition(
  definition: DefinitionNode,
  read: (coordinate: string, directives?: readonly DirectiveNode[]) => void,
): void {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      read(definition.name.value, definition.directives);
      for (const field of definition.fields ?? []) {
        read(`${definition.name.value}.${field.name.value}`, field.directives);
      }
      break;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      read(definition.name.value, definition.directives);
      break;
    default:
      break;
  }
}

/** Why a supergraph must not be served: security directives in it that nobody would enforce. Empty: fine. */
export function unenforcedSecurity(supergraphSdl: string): string[] {
  const { unlinked } = readProtectedElements(parse(supergraphSdl, { noLocation: true }));
  return unlinked.map(
    (coordinate) => `${coordinate} carries a security directive the supergraph does not link to.`,
  );
}

/** Protection the next supergraph would take away from elements that stay. Empty: fine. */
export function droppedSecurity(currentSdl: string, nextSdl: string): string[] {
  const current = readProtectedElements(parse(currentSdl, { noLocation: true }));
  const next = readProtectedElements(parse(nextSdl, { noLocation: true }));
  return loweredProtection(current.guards, next);
}
