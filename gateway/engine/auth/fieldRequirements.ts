import type { GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { fieldDefinition } from '../document/fieldDefinition.ts';
import type { Protections } from './protections.ts';
import type { Requirement } from './requirement.ts';

/**
 * Everything a caller must satisfy for a field of an object type, however the field is reached: what is written on
 * the field, on its parent, on the interfaces that declare either, and on the type it returns.
 */
export interface FieldRequirements {
  ofField(type: string, field: string): readonly Requirement[];
  ofType(type: string): readonly Requirement[];
}

/** Makes the (memoised) lookup for one schema. */
export function createFieldRequirements(schema: GraphQLSchema, protections: Protections): FieldRequirements {
  const at = (typeName: string, field?: string) => ownRequirement(schema, protections, typeName, field);
  const types = new Map<string, readonly Requirement[]>();
  const fields = new Map<string, readonly Requirement[]>();

  const ofType = (name: string): readonly Requirement[] => {
    const known = types.get(name);
    if (known) return known;
    const type = schema.getType(name);
    const parents =
      isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((one) => one.name) : [];
    const requirements = [name, ...parents].flatMap((one) => at(one) ?? []);
    types.set(name, requirements);
    return requirements;
  };

  const ofField = (typeName: string, field: string): readonly Requirement[] => {
    const coordinate = `${typeName}.${field}`;
    const known = fields.get(coordinate);
    if (known) return known;
    const requirements = [...ofType(typeName)];
    const type = schema.getType(typeName);
    if (isObjectType(type) || isInterfaceType(type)) {
      const owners = [typeName, ...type.getInterfaces().map((one) => one.name)];
      requirements.push(...owners.flatMap((owner) => at(owner, field) ?? []));
      const definition = fieldDefinition(schema, type, field);
      if (definition) requirements.push(...ofType(getNamedType(definition.type).name));
    }
    const unique = [...new Set(requirements)];
    fields.set(coordinate, unique);
    return unique;
  };

  return { ofField, ofType };
}

/**
 * The requirement written at a place. Composition also writes onto an interface what its types require, all of it
 * taken together; that copy is not a requirement of its own, since each type is judged by itself.
 */
function ownRequirement(
  schema: GraphQLSchema,
  protections: Protections,
  typeName: string,
  field: string | undefined,
): Requirement | undefined {
  const coordinate = (type: string) => (field === undefined ? type : `${type}.${field}`);
  const requirement = protections.at(coordinate(typeName));
  const type = schema.getType(typeName);
  if (!requirement || !isInterfaceType(type)) return requirement;
  const { objects, interfaces } = schema.getImplementations(type);
  const isCopy = [...objects, ...interfaces].some(
    (one) => protections.at(coordinate(one.name)) !== undefined,
  );
  return isCopy ? undefined : requirement;
}

/** The object types an object behind the given type can have; itself for an object type. */
export function concreteTypes(schema: GraphQLSchema, typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [typeName];
}
