import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { CoerceVariables } from '../prepare/coerceVariables.ts';
import { prepareCoercion } from '../prepare/coerceVariables.ts';
import type { KnownNames } from '../prepare/dataKeys.ts';
import { assignDataKeys } from '../prepare/dataKeys.ts';
import type { Introspect } from '../prepare/introspection.ts';
import { prepareIntrospection } from '../prepare/introspection.ts';
import type { ParseSettings, Refusal } from '../prepare/parseOperation.ts';
import { parseDocument, refuse, selectOperation, validateDocument } from '../prepare/parseOperation.ts';
import type { Planner } from '../plan/planner.ts';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';
import type { FieldAuthority, PreparedOperation } from '../types.ts';
import type { Variant } from './variant.ts';
import { buildVariant } from './variant.ts';

/** A prepared operation as the engine sees it. */
export interface Operation extends PreparedOperation {
  readonly query: string;
  readonly coerce: CoerceVariables;
  readonly introspect: Introspect | undefined;
  /** The compiled form for a caller; a promise only the first time for a set of verdicts. */
  variantFor(authority: FieldAuthority): Variant | Promise<Variant>;
  readonly bytes: number;
}

/** What every operation of an engine is built with. */
export interface Workshop {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly parsing: ParseSettings;
  readonly names: KnownNames;
}

/** Builds an operation from its text, or says why it cannot be run. */
export async function buildOperation(
  query: string,
  operationName: string | undefined,
  workshop: Workshop,
): Promise<Operation | Refusal> {
  const { supergraph, planner, parsing, names } = workshop;
  const document = parseDocument(query, parsing.maxTokens);
  if ('ok' in document) return document;
  const invalid = validateDocument(document, parsing);
  if (invalid) return invalid;
  const selected = selectOperation(document, operationName);
  if ('ok' in selected) return selected;
  const schema = supergraph.apiSchema;
  if (!schema.getRootType(selected.operation.operation)) {
    return refuse('validation', [
      new GraphQLError(`The schema has no ${selected.operation.operation} type.`),
    ]);
  }
  const dataKey = assignDataKeys(document, names);
  const variant = await buildVariant(selected, dataKey, {}, supergraph, planner);
  return {
    query,
    kind: selected.operation.operation,
    operationName: selected.operation.name?.value,
    incremental: false,
    cost: 0,
    hash: createHash('sha256').update(query).digest('hex'),
    protected: false,
    coerce: prepareCoercion(selected.operation, schema),
    introspect: prepareIntrospection(selected, schema),
    variantFor: () => variant,
    bytes: query.length * 2 + variant.bytes,
  };
}
