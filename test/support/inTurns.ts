import type { SubgraphService } from '../../platform/graph/subgraph.ts';

/** Several processes of one subgraph as one: calls go to each of them in turn, as behind a balancer. */
export function inTurns(processes: readonly SubgraphService[]): SubgraphService {
  const [first] = processes;
  if (first === undefined) throw new Error('There is no process.');
  if (processes.length === 1) return first;
  let calls = 0;
  const next = (): SubgraphService => processes[calls++ % processes.length] ?? first;
  const routes = first.routes?.map((route, at) => ({
    ...route,
    handle: (...given: Parameters<typeof route.handle>) => (next().routes?.[at] ?? route).handle(...given),
  }));
  return {
    name: first.name,
    schema: first.schema,
    execute: (request, call) => next().execute(request, call),
    subscribe: (request, call) => next().subscribe(request, call),
    contextOf: (call) => first.contextOf(call),
    ...(routes === undefined ? {} : { routes }),
    start: async () => {
      for (const each of processes) await each.start();
    },
    stop: async () => {
      for (const each of processes) await each.stop();
    },
    isIdle: () => processes.every((each) => each.isIdle()),
  };
}
