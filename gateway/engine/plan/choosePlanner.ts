import type { Supergraph } from '../supergraph/loadSupergraph.ts';
import { PlanningTimeout } from './planningTimeout.ts';
import type { PlannerChoice } from '../types.ts';
import { typesBehindInterfaceObjects } from './interfaceObjects.ts';
import type { Planner } from './planner.ts';

/** Hears that the native planner failed at an operation the JavaScript planner then planned. */
export type OnFallback = (error: unknown) => void;

/**
 * Makes the planner asked for; no plan takes longer than `planningMs`. `auto` takes JavaScript where no native binary
 * can be loaded. An operation the native planner cannot plan goes to the JavaScript one too: they fail at different
 * things. A text that the native planner does not even parse is not handed on: what one parser chokes on is no way
 * to reach the slower planner.
 */
export async function choosePlanner(
  choice: PlannerChoice,
  { sdl, document }: Pick<Supergraph, 'sdl' | 'document'>,
  planningMs: number,
  onFallback?: OnFallback,
): Promise<Planner> {
  const createFallback = async () => {
    if (planningMs === 0) {
      const { createJavascriptPlanner } = await import('./javascriptPlanner.ts');
      return createJavascriptPlanner(sdl);
    }
    const { createWorkerPlanner } = await import('./workerPlanner.ts');
    return createWorkerPlanner(sdl, planningMs);
  };
  if (choice === 'javascript') return createFallback();
  try {
    const { createNativePlanner } = await import('./nativePlanner.ts');
    const native = await createNativePlanner(sdl, planningMs);
    return withFallback(native, typesBehindInterfaceObjects(document), createFallback, onFallback);
  } catch (error) {
    if (choice === 'native') throw error;
    return createFallback();
  }
}

/**
 * The native planner takes fragments on several types behind an interface object for one and then fetches for the
 * wrong objects; operations with such fragments are the second planner's.
 */
function withFallback(
  first: Planner,
  delicateTypes: ReadonlySet<string>,
  createFallback: () => Promise<Planner>,
  onFallback?: OnFallback,
): Planner {
  let second: Promise<Planner> | undefined;
  const fallback = () => (second ??= createFallback());
  const isDelicate = (text: string) =>
    delicateTypes.size > 0 &&
    [...text.matchAll(/\.\.\. on (\w+)/g)].some(([, type = '']) => delicateTypes.has(type));
  return {
    name: first.name,
    async close() {
      await (await second)?.close();
    },
    async plan(request) {
      if (isDelicate(request.text)) return (await fallback()).plan(request);
      try {
        return await first.plan(request);
      } catch (error) {
        if (error instanceof PlanningTimeout || isUnread(error)) throw error;
        onFallback?.(error);
        return (await fallback()).plan(request);
      }
    },
  };
}

/** True for an operation the native planner did not get to plan, since it could not read it. */
function isUnread(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Failed to parse');
}
