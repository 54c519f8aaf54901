import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLObjectType, GraphQLSchema, parse, printSchema } from 'graphql';
import { scalarTypes } from '../../platform/graph/scalars.ts';
import { mappers, sharedMappers } from './mappers.ts';
import { subgraphSdl } from './sdl.ts';

/** The schema without the fields and types that federation itself adds and answers. */
function withoutMachinery(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query?.toConfig();
  if (query === undefined) throw new Error('A subgraph without Query cannot be typed.');
  const { _service, _entities, ...fields } = query.fields;
  const own = config.types.filter((type) => !['Query', '_Service', '_Entity', '_Any'].includes(type.name));
  const strippedQuery = new GraphQLObjectType({ ...query, fields });
  return new GraphQLSchema({ ...config, query: strippedQuery, types: own });
}

/** TypeScript types of one subgraph's resolvers, generated from its SDL. */
export async function generateResolverTypes(name: string): Promise<string> {
  const schemaAst = withoutMachinery(buildSubgraphSchema([{ typeDefs: parse(subgraphSdl(name)) }]));
  const config = {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: {
      ...scalarTypes,
      _FieldSet: 'string',
      federation__FieldSet: 'string',
      federation__Scope: 'string',
    },
    defaultScalarType: 'unknown',
    contextType: '../context.ts#Context',
    mappers: { ...sharedMappers, ...mappers[name] },
    maybeValue: 'T | null | undefined',
    avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
    resolversNonOptionalTypename: { unionMember: true },
    emitLegacyCommonJSImports: false,
    importExtension: '.ts',
  };
  const output = await codegen({
    filename: 'resolverTypes.ts',
    schema: parse(printSchema(schemaAst)),
    schemaAst,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
  });
  // A type of the graph may be called Promise: the generated helpers must mean the language's own.
  const text = output.replaceAll(/\bPromise</g, 'globalThis.Promise<');
  return `/* Generated from schema/subgraphs/${name}.graphql by npm run schema. Do not edit. */\n${text}\n`;
}
