import type { DefinitionNode, DirectiveNode, DocumentNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import type { Feature } from '../engine/supergraph/features.ts';
import { directiveName, readFeatures } from '../engine/supergraph/features.ts';

/** Directives that decide who may see a field. */
const securityDirectives = ['authenticated', 'requiresScopes', 'policy'] as const;

/** The same, and the one that takes an element out of the schema clients see. */
const protectingDirectives = [...securityDirectives, 'inaccessible'] as const;

export interface ProtectedElements {
  /** Schema coordinate (`Order.total`) to what protects it, as written. */
  readonly guards: ReadonlyMap<string, readonly string[]>;
  /** Every type, field, argument, input field and enum value there is. */
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

  const roots = rootNames(document);
  for (const definition of document.definitions) readDefinition(definition, roots, read);
  return { guards, coordinates, unlinked };
}

type Read = (coordinate: string, directives?: readonly DirectiveNode[]) => void;

/** Root types count under the names of their operations, so that no other name takes their fields out of sight. */
function rootNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of definition.operationTypes ?? [])
      names.set(type.name.value, operation.charAt(0).toUpperCase() + operation.slice(1));
  }
  return names;
}

function readDefinition(definition: DefinitionNode, roots: ReadonlyMap<string, string>, read: Read): void {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const type = roots.get(definition.name.value) ?? definition.name.value;
      read(type, definition.directives);
      for (const field of definition.fields ?? []) {
        const coordinate = `${type}.${field.name.value}`;
        read(coordinate, field.directives);
        for (const one of field.arguments ?? []) read(`${coordinate}(${one.name.value}:)`, one.directives);
      }
      break;
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      read(definition.name.value, definition.directives);
      for (const field of definition.fields ?? [])
        read(`${definition.name.value}.${field.name.value}`, field.directives);
      break;
    case Kind.ENUM_TYPE_DEFINITION:
      read(definition.name.value, definition.directives);
      for (const value of definition.values ?? [])
        read(`${definition.name.value}.${value.name.value}`, value.directives);
      break;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      read(definition.name.value, definition.directives);
      break;
    default:
      break;
  }
}

/** Why a supergraph must not be served: security directives in it that nobody would enforce. Empty: fine. */
export function unenforcedSecurity(supergraphSdl: string): string[] {
  return protectedIn(supergraphSdl).unlinked.map(
    (coordinate) => `${coordinate} carries a security directive the supergraph does not link to.`,
  );
}

/** What a supergraph protects, from its text. */
export const protectedIn = (supergraphSdl: string): ProtectedElements =>
  readProtectedElements(parse(supergraphSdl, { noLocation: true }));
