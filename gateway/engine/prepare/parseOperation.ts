import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { beyond } from '../guard/documentGuard.ts';
import type { Preparation } from '../types.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import { withCode } from './withCode.ts';

/** A refusal with its reason. */
export type Refusal = Extract<Preparation, { ok: false }>;

export interface ParseSettings {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly hints: boolean;
}

/** Parses a document; the token limit stops floods before they cost anything. */
export function parseDocument(text: string, maxTokens: number): DocumentNode | Refusal {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    const syntax = error instanceof GraphQLError ? error : new GraphQLError('The query could not be parsed.');
    // graphql-js stops at the limit with an error that only its text tells from others.
    if (syntax.message.includes('Parsing aborted'))
      return refuse('limit', [beyond('tokens', Infinity, maxTokens)]);
    return refuse('syntax', [withCode(syntax, 'GRAPHQL_PARSE_FAILED')]);
  }
}

/** Validates a document against the API schema. Undefined means it is valid. */
export function validateDocument(document: DocumentNode, settings: ParseSettings): Refusal | undefined {
  const rules = settings.introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(settings.schema, document, rules, {
    maxErrors: 50,
    hideSuggestions: !settings.hints,
  });
  if (errors.length === 0) return undefined;
  return refuse(
    'validation',
    errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')),
  );
}

/** Chooses the operation to run by name; without a name the document must hold exactly one. */
export function selectOperation(
  document: DocumentNode,
  operationName: string | undefined,
): SelectedOperation | Refusal {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (operationName === undefined && operations.length > 1) {
    return noOperation('Must provide operation name if query contains multiple operations.');
  }
  const operation =
    operationName === undefined ? operations[0] : operations.find((o) => o.name?.value === operationName);
  if (operation) return { operation, fragments };
  return noOperation(operationName === undefined ? 'Must provide an operation.' : 'Unknown operation name.');
}

/** A refusal of the given kind. */
export function refuse(reason: Refusal['reason'], errors: readonly GraphQLError[]): Refusal {
  return { ok: false, reason, errors };
}

function noOperation(message: string): Refusal {
  return refuse('operation', [
    new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }),
  ]);
}
