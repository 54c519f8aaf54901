import type { PlannerChoice } from '../types.ts';
import type { Planner } from './planner.ts';

/** Makes the planner asked for; `auto` falls back to JavaScript where no native binary can be loaded. */
export async function choosePlanner(choice: PlannerChoice, supergraphSdl: string): Promise<Planner> {
  if (choice !== 'javascript') {
    try {
      const { createNativePlanner } = await import('./nativePlanner.ts');
      return await createNativePlanner(supergraphSdl);
    } catch (error) {
      if (choice === 'native') throw error;
    }
  }
  const { createJavascriptPlanner } = await import('./javascriptPlanner.ts');
  return createJavascriptPlanner(supergraphSdl);
}
