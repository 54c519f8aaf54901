import { banner } from './main/banner.ts';
import { configOfThisProcess, type AppConfig } from './main/config.ts';
import type { Running } from './main/oneProcess.ts';
import { printProgress } from './main/progress.ts';
import { nodeFault, requireFreePort } from './main/startChecks.ts';
import { stopOnSignals } from './platform/lifecycle/lifecycle.ts';

/** What was asked for. It is loaded only here, so that faults of the settings are told at once. */
async function start(config: AppConfig): Promise<Running> {
  if (config.only === undefined) {
    const { startOneProcess } = await import('./main/oneProcess.ts');
    return startOneProcess(
      config,
      printProgress(console.log, () => performance.now()),
    );
  }
  const { startGatewayOnly, startSubgraphOnly } = await import('./main/oneSubgraph.ts');
  return config.only === 'gateway' ? startGatewayOnly(config) : startSubgraphOnly(config, config.only);
}

/** The composition root: the only place that knows every subgraph. */
async function main(): Promise<void> {
  const tooOld = nodeFault(process.version);
  if (tooOld !== undefined) throw new Error(tooOld);
  const config = configOfThisProcess();
  const { only } = config;
  if (only === undefined || only === 'gateway') await requireFreePort(config.PORT, config.HOST);
  const running = await start(config);
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
