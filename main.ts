import { banner } from './main/banner.ts';
import { configOfThisProcess } from './main/config.ts';
import { startOneProcess } from './main/oneProcess.ts';
import { startGatewayOnly, startSubgraphOnly } from './main/oneSubgraph.ts';
import { printProgress } from './main/progress.ts';
import { nodeFault, requireFreePort } from './main/startChecks.ts';
import { stopOnSignals } from './platform/lifecycle/lifecycle.ts';

/** The composition root: the only place that knows every subgraph. */
async function main(): Promise<void> {
  const tooOld = nodeFault(process.version);
  if (tooOld !== undefined) throw new Error(tooOld);
  const config = configOfThisProcess();
  const { only } = config;
  if (only === undefined || only === 'gateway') await requireFreePort(config.PORT, config.HOST);
  const running =
    only === undefined
      ? await startOneProcess(
          config,
          printProgress(console.log, () => performance.now()),
        )
      : only === 'gateway'
        ? await startGatewayOnly(config)
        : await startSubgraphOnly(config, only);
  const { lifecycle, log } = running.application;
  stopOnSignals(lifecycle, { process, exit: (code) => process.exit(code), log });
  console.log(
    only === undefined ? banner(running, config, performance.now()) : `Promesse ${only} at ${running.url}`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
