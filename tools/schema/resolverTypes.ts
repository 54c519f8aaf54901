import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, printSchema } from 'graphql';
import { scalarTypes } from '../../platform/graph/scalars.ts';
import { mappers } from './mappers.ts';
import { subgraphSdl } from './sdl.ts';

/** TypeScript types of one subgraph's resolvers, generated from its SDL. */
export async function generateResolverTypes(name: string): Promise<string> {
  const schemaAst = buildSubgraphSchema([{ typeDefs: parse(subgraphSdl(name)) }]);
  const config = {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { ...scalarTypes, _FieldSet: 'string', federation__FieldSet: 'string', federation__Scope: 'string' },
    defaultScalarType: 'unknown',
    contextType: '../context.ts#Context',
    mappers: mappers[name] ?? {},
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
  return `/* Generated from schema/subgraphs/${name}.graphql by npm run schema. Do not edit. */\n${output}\n`;
}
