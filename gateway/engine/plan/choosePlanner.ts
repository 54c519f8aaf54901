import type { PlannerChoice } from '../types.ts';
import type { Planner } from './planner.ts';

/** Hears that the native planner failed at an operation the JavaScript planner then planned. */
export type OnFallback = (error: unknown) => void;

/**
 * Makes the planner asked for. `auto` takes JavaScript where no native binary can be loaded. An operation the native
 * planner cannot plan goes to the JavaScript one too: they fail at different things.
 */
export async function choosePlanner(
  choice: PlannerChoice,
  supergraphSdl: string,
  onFallback?: OnFallback,
): Promise<Planner> {
  const createFallback = async () => {
    const { createJavascriptPlanner } = await import('./javascriptPlanner.ts');
    return createJavascriptPlanner(supergraphSdl);
  };
  if (choice === 'javascript') return createFallback();
  try {
    const { createNativePlanner } = await import('./nativePlanner.ts');
    return withFallback(await createNativePlanner(supergraphSdl), createFallback, onFallback);
  } catch (error) {
    if (choice === 'native') throw error;
    return createFallback();
  }
}

function withFallback(
  first: Planner,
  createFallback: () => Promise<Planner>,
  onFallback?: OnFallback,
): Planner {
  let second: Promise<Planner> | undefined;
  return {
    name: first.name,
    async plan(request) {
      try {
        return await first.plan(request);
      } catch (error) {
        onFallback?.(error);
        second ??= createFallback();
        return (await second).plan(request);
      }
    },
  };
}
