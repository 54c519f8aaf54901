import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  GraphQLError,
  Kind,
  NoFragmentCyclesRule,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { beyond } from '../guard/beyond.ts';
import type { GuardLimits } from '../guard/limits.ts';
import { guardNesting } from '../guard/textNesting.ts';
import type { Preparation } from '../types.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import { clientErrors, refusalErrors } from './errorText.ts';
import { hasLoneSurrogate } from '../../../platform/values/loneSurrogate.ts';

/** A refusal with its reason. */
export type Refusal = Extract<Preparation, { ok: false }>;

export interface ParseSettings {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly hints: boolean;
}

/** Parses a document; limits of nesting and tokens stop floods before they cost anything. */
export function parseDocument(text: string, limits: GuardLimits): DocumentNode | Refusal {
  const maxTokens = limits.tokens;
  const nested = guardNesting(text, limits);
  if (nested) return refuse('limit', [nested]);
  if (hasLoneSurrogate(text)) return refuse('syntax', [loneSurrogate()]);
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    const syntax = error instanceof GraphQLError ? error : new GraphQLError('The query could not be parsed.');
    // graphql-js stops at the limit with an error that only its text tells from others.
    if (syntax.message.includes('Parsing aborted'))
      return refuse('limit', [beyond('tokens', Infinity, maxTokens)]);
    return refuse('syntax', clientErrors([syntax], 'GRAPHQL_PARSE_FAILED', false));
  }
}

/** Half a character cannot be sent on as UTF-8. */
const loneSurrogate = () =>
  new GraphQLError('The document has a lone surrogate, which is no character.', {
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });

/** Refuses a document in which a fragment contains itself, without any rule that would follow it. */
export function refuseCycle(document: DocumentNode, settings: ParseSettings): Refusal {
  const errors = validate(settings.schema, document, [NoFragmentCyclesRule], { maxErrors: refusalErrors });
  return refuse('validation', clientErrors(errors, 'GRAPHQL_VALIDATION_FAILED', false));
}

/** Validates a document against the API schema. Undefined means it is valid. */
export function validateDocument(document: DocumentNode, settings: ParseSettings): Refusal | undefined {
  const rules = settings.introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(settings.schema, document, rules, {
    maxErrors: refusalErrors,
    hideSuggestions: !settings.hints,
  });
  if (errors.length === 0) return undefined;
  return refuse('validation', clientErrors(errors, 'GRAPHQL_VALIDATION_FAILED', settings.hints));
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
