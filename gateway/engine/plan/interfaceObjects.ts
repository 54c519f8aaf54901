import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';

/** Object types behind an interface that some subgraph knows as an `@interfaceObject`. */
export function typesBehindInterfaceObjects({ definitions }: DocumentNode): ReadonlySet<string> {
  const interfaces = new Set<string>();
  const types = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const isInterfaceObject = definition.directives?.some((directive) =>
      directive.arguments?.some(
        ({ name, value }) => name.value === 'isInterfaceObject' && value.kind === Kind.BOOLEAN && value.value,
      ),
    );
    if (isInterfaceObject === true) interfaces.add(definition.name.value);
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (definition.interfaces?.some(({ name }) => interfaces.has(name.value)) === true)
      types.add(definition.name.value);
  }
  return types;
}
