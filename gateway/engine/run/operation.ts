import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { GraphQLError, parse } from 'graphql';
import type { OperationAccess } from '../auth/operationAccess.ts';
import { analyseAccess } from '../auth/operationAccess.ts';
import type { CostCheck } from '../guard/costCheck.ts';
import { prepareCostCheck } from '../guard/costCheck.ts';
import { guardDocument } from '../guard/documentGuard.ts';
import type { Rollout } from '../plan/rollout.ts';
import { noRollout } from '../plan/rollout.ts';
import type { CoerceVariables } from '../prepare/coerceVariables.ts';
import { prepareCoercion } from '../prepare/coerceVariables.ts';
import type { DataKey } from '../prepare/dataKeys.ts';
import { assignDataKeys } from '../prepare/dataKeys.ts';
import type { Introspect } from '../prepare/introspection.ts';
import { prepareIntrospection } from '../prepare/introspection.ts';
import type { Refusal } from '../prepare/parseOperation.ts';
import {
  parseDocument,
  refuse,
  refuseCycle,
  selectOperation,
  validateDocument,
} from '../prepare/parseOperation.ts';
import { withSafeVariables } from '../prepare/safeVariables.ts';
import { conditionVariables, resolveConditions } from '../prepare/resolveConditions.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import type { FieldAuthority, PreparedOperation, RequestScope } from '../types.ts';
import type { DeferredVariant } from './deferredVariant.ts';
import { buildDeferredVariant } from './deferredVariant.ts';
import { refusal } from './responses.ts';
import type { Variant, VariantSource } from './variant.ts';
import { buildVariant } from './variant.ts';
import { RecentChoices } from './recentChoices.ts';
import { VariantCache } from './variantCache.ts';
import type { EngineParts } from './engineParts.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A prepared operation as the engine sees it. */
export interface Operation extends PreparedOperation {
  readonly query: string;
  readonly requestedName: string | undefined;
  readonly selected: SelectedOperation;
  readonly coerce: CoerceVariables;
  readonly costs: CostCheck;
  readonly introspect: Introspect | undefined;
  /** The compiled form for a caller and the variables that decide about `@skip` and `@include`; a promise only the first time for a set of verdicts. */
  variantFor(scope: RequestScope, variables: Variables): Variant | Promise<Variant>;
  /** The form that answers `@defer` in parts; asked for only by `incremental` operations. */
  deferredFor(scope: RequestScope, variables: Variables): DeferredVariant | Promise<DeferredVariant>;
  /** Equal for callers who may see the same of this operation. */
  signature(scope: RequestScope): string;
  readonly bytes: number;
}

/** What a variant is made for. */
interface VariantRequest {
  readonly authority: FieldAuthority | undefined;
  readonly variables: Variables;
  readonly rollout: Rollout;
}

/**
 * Builds an operation from its text, or says why it cannot be run. Rejects when planning fails. `grown` is called when the
 * operation has come to take more memory.
 */
export async function buildOperation(
  query: string,
  operationName: string | undefined,
  engineParts: EngineParts,
  grown: () => void = () => undefined,
): Promise<Operation | Refusal> {
  const { supergraph, parsing, limits } = engineParts;
  const schema = supergraph.apiSchema;
  const refused = admit(query, engineParts);
  if (refused) return refused;
  // Read again without locations, which take most of the memory of a document, and serve its errors only.
  const bare = parse(query, { maxTokens: limits.tokens, noLocation: true });
  const { document, rename } = withSafeVariables(bare);
  const selected = selectOperation(document, operationName);
  if ('ok' in selected) return selected;
  const check = prepareCoercion(selected.operation, schema);
  const coerce: CoerceVariables = (given) => check(rename(given));
  const costs = prepareCostCheck(selected, schema, engineParts.costs, limits);
  const access = engineParts.requirements && analyseAccess(selected, schema, engineParts.requirements);
  const dataKey = assignDataKeys(document, engineParts.names);
  const decisive = conditionVariables(selected);
  const variants = await openVariants({ selected, dataKey, access, decisive }, engineParts, grown);
  const choices = new RecentChoices(decisive);
  return {
    query,
    requestedName: operationName,
    selected,
    kind: selected.operation.operation,
    operationName: selected.operation.name?.value,
    incremental: usesDefer(document),
    cost: costs.fixed,
    hash: createHash('sha256').update(query).digest('hex'),
    protected: access !== undefined,
    coerce,
    costs,
    costOf(given) {
      const coerced = coerce(given);
      return coerced.ok ? Math.min(costs.price(coerced.variables), limits.cost) : costs.fixed;
    },
    isNewChoice: (given) => choices.isNew(rename(given)),
    introspect: parsing.introspection ? prepareIntrospection(selected, schema) : undefined,
    signature: (scope) => access?.signature(scope.authority) ?? '',
    variantFor: variants.variantFor,
    deferredFor: variants.deferredFor,
    get bytes() {
      return estimateBytes(query) + variants.bytes();
    },
  };
}

/** What the variants of one operation have in common. */
interface VariantBase {
  readonly selected: SelectedOperation;
  readonly dataKey: DataKey;
  /** Undefined when nothing protected is selected. */
  readonly access: OperationAccess | undefined;
  /** Variables that decide which selections count. */
  readonly decisive: readonly string[];
}

/** The variants of one operation, built when they are first asked for. */
async function openVariants(base: VariantBase, engineParts: EngineParts, grown: () => void) {
  const { selected, dataKey, access, decisive } = base;
  const source = ({ authority, variables, rollout }: VariantRequest): VariantSource => ({
    ...variantSource(dataKey, resolveConditions(selected, variables), access, authority, engineParts),
    rollout,
  });
  const whole = new VariantCache(
    (request: VariantRequest) => buildVariant(source(request), engineParts),
    grown,
  );
  const deferred = new VariantCache(
    (request: VariantRequest) => buildDeferredVariant(source(request), engineParts),
    grown,
  );
  const requestOf = (scope: RequestScope, variables: Variables) => ({
    authority: scope.authority,
    variables,
    rollout: engineParts.rolloutFor?.(scope) ?? noRollout,
  });
  const keyOf = ({ authority, variables, rollout }: ReturnType<typeof requestOf>) =>
    decisive.reduce(
      (text, name) => text + (variables[name] === true ? '+' : '-'),
      rollout.key + (access?.signature(authority) ?? ''),
    );
  // Planned now when everybody gets the same; otherwise when the first caller's authority and variables are known.
  const isCommon = !access && decisive.length === 0 && !engineParts.rolloutFor;
  const common = isCommon
    ? await whole.get('', { authority: undefined, variables: {}, rollout: noRollout })
    : undefined;
  return {
    bytes: () => whole.bytes + deferred.bytes,
    variantFor(scope: RequestScope, variables: Variables): Variant | Promise<Variant> {
      if (common) return common;
      const request = requestOf(scope, variables);
      return whole.get(keyOf(request), request);
    },
    deferredFor(scope: RequestScope, variables: Variables): DeferredVariant | Promise<DeferredVariant> {
      const request = requestOf(scope, variables);
      return deferred.get(keyOf(request), request);
    },
  };
}

/** Everything that can turn a document down before it is planned, cheapest check first. Undefined: it may run. */
function admit(query: string, { limits, parsing }: EngineParts): Refusal | undefined {
  const document = parseDocument(query, limits);
  if ('ok' in document) return document;
  const { excess, cyclic } = guardDocument(document, limits);
  if (excess) return refuse('limit', [excess]);
  return cyclic ? refuseCycle(document, parsing) : validateDocument(document, parsing);
}

function variantSource(
  dataKey: DataKey,
  selected: SelectedOperation,
  access: OperationAccess | undefined,
  authority: FieldAuthority | undefined,
  { authorization }: EngineParts,
): Omit<VariantSource, 'rollout'> {
  if (!authority || !access) return { selected, dataKey, verdicts: undefined, refusal: undefined };
  const denial = authorization === 'refuse-request' ? access.denial(authority) : undefined;
  return {
    selected,
    dataKey,
    verdicts: access.verdicts(authority),
    refusal: denial && refusal([new GraphQLError(denial.message, { extensions: denial.extensions })]),
  };
}

/** Memory an operation takes without its variants, about: its text and its tree, a node of 100 bytes and more for each few characters. */
const estimateBytes = (query: string): number => 6_144 + 60 * query.length;

function usesDefer(document: DocumentNode): boolean {
  return JSON.stringify(document.definitions).includes('"value":"defer"');
}
