import type { GraphQLField, GraphQLObjectType, GraphQLInterfaceType, GraphQLSchema } from 'graphql';
import { SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef } from 'graphql';

/** A field of a type by name, the three meta fields of introspection included. */
export function fieldDefinition(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}
