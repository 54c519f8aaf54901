import type { FieldRequirements } from '../auth/fieldRequirements.ts';
import { createFieldRequirements } from '../auth/fieldRequirements.ts';
import { readProtections } from '../auth/protections.ts';
import type { CostModel } from '../guard/costModel.ts';
import { readCostModel } from '../guard/costModel.ts';
import type { GuardLimits } from '../guard/limits.ts';
import { completeLimits } from '../guard/limits.ts';
import { choosePlanner } from '../plan/choosePlanner.ts';
import type { Planner } from '../plan/planner.ts';
import type { DecideRollout } from '../plan/rollout.ts';
import { readRollouts } from '../plan/rollout.ts';
import type { KnownNames } from '../prepare/dataKeys.ts';
import { readKnownNames } from '../prepare/knownNames.ts';
import type { ParseSettings } from '../prepare/parseOperation.ts';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';
import { loadSupergraph } from '../supergraph/loadSupergraph.ts';
import type { AuthorizationMode, EngineOptions } from '../types.ts';

/** What every operation of an engine is built with: read from the supergraph once. */
export interface EngineParts {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  /** The planner that splits `@defer`, made when the first such operation comes, or before. */
  readonly deferPlanner: () => Promise<Planner>;
  /** Ends the planners. */
  readonly close: () => Promise<void>;
  readonly parsing: ParseSettings;
  readonly names: KnownNames;
  readonly limits: GuardLimits;
  readonly costs: CostModel;
  /** Undefined when the supergraph protects nothing. */
  readonly requirements: FieldRequirements | undefined;
  /** Undefined when no override of the supergraph is progressive. */
  readonly rolloutFor: DecideRollout | undefined;
  readonly policies: readonly string[];
  readonly authorization: AuthorizationMode;
  readonly observer: EngineOptions['observer'];
}

/** Reads a supergraph and gathers the tools. Rejects when the supergraph asks for what the engine does not do. */
export async function openEngineParts(options: EngineOptions): Promise<EngineParts> {
  const supergraph = loadSupergraph(options.supergraphSdl);
  const protections = readProtections(supergraph);
  const introspection = options.introspection ?? false;
  const limits = completeLimits(options.limits);
  const onFallback = (error: unknown) => options.observer?.failed?.(error);
  const planner = await choosePlanner(options.planner ?? 'auto', supergraph, limits.planningMs, onFallback);
  let deferPlanner: Promise<Planner> | undefined =
    planner.name === 'javascript' ? Promise.resolve(planner) : undefined;
  return {
    supergraph,
    planner,
    deferPlanner: () => (deferPlanner ??= choosePlanner('javascript', supergraph, limits.planningMs)),
    async close() {
      await planner.close();
      await (await deferPlanner?.catch(() => undefined))?.close();
    },
    parsing: { schema: supergraph.apiSchema, introspection, hints: options.hints ?? introspection },
    names: readKnownNames(supergraph),
    limits,
    costs: readCostModel(supergraph),
    requirements: protections.any ? createFieldRequirements(supergraph.apiSchema, protections) : undefined,
    rolloutFor: readRollouts(supergraph.document, supergraph.features, options),
    policies: protections.policies,
    authorization: options.authorization ?? 'null-fields',
    observer: options.observer,
  };
}
