import { parentPort, workerData } from 'node:worker_threads';
import { createJavascriptPlanner } from './javascriptPlanner.ts';
import type { PlanNode } from './planNode.ts';
import type { PlanRequest } from './planner.ts';

/** What the thread is asked. */
export interface PlanTask {
  readonly id: number;
  readonly request: PlanRequest;
}

/** What it answers; first of all, once, that it is ready (`id` 0). */
export interface PlanReply {
  readonly id: number;
  readonly plan?: PlanNode | undefined;
  readonly error?: string;
}

const planner = createJavascriptPlanner(String(workerData));
const reply = (message: PlanReply): void => parentPort?.postMessage(message);
parentPort?.on('message', ({ id, request }: PlanTask) => {
  Promise.resolve()
    .then(() => planner.plan(request))
    .then(
      (plan) => reply({ id, plan }),
      (error: unknown) => reply({ id, error: error instanceof Error ? error.message : String(error) }),
    );
});
reply({ id: 0 });
