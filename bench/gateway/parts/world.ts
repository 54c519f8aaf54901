import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeFeed, composeShop } from '../graph/supergraph.ts';
import { startSubgraphs, type Subgraphs } from '../load/processes.ts';

/** Cores: the gateway under measurement is alone on its own. */
export const loadCore = 0;
export const gatewayCore = 1;

/** What every part stands on: the subgraphs, running, and the supergraphs made of them, as files. */
export interface World {
  readonly subgraphs: Subgraphs;
  readonly plainFile: string;
  readonly securedFile: string;
  readonly feedFile: string;
  stop(): Promise<void>;
}

export interface Pace {
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  readonly connections: number;
}

export async function openWorld(): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  const subgraphs = await startSubgraphs(fileURLToPath(new URL('../graph/serve.ts', import.meta.url)));
  const written = async (name: string, sdl: string): Promise<string> => {
    const file = join(directory, `${name}.graphql`);
    await writeFile(file, sdl);
    return file;
  };
  return {
    subgraphs,
    plainFile: await written('plain', composeShop(subgraphs.base, 'plain')),
    securedFile: await written('secured', composeShop(subgraphs.base, 'secured')),
    feedFile: await written('feed', composeFeed(subgraphs.feed)),
    async stop() {
      await subgraphs.kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};
