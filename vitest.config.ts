import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './test/support/longestFirst.ts';

type TestOptions = NonNullable<TestProjectInlineConfiguration['test']>;

/** The suffix says the level: unit (pure), int (real database, bus or sockets), e2e (whole processes). */
const level = (
  name: string,
  timeoutMs: number,
  options: TestOptions = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...options,
  },
});

/**
 * Test files share a process, so that what they import is loaded once and not once a file, which took longer than most
 * of them run. They leave nothing behind: no module's state, no timer, no setting of the process.
 */
const shared: TestOptions = { isolate: false };

export default defineConfig({
  // Vite would take graphql's .mjs build while Node gives every library the .js build: two copies that refuse each other.
  resolve: {
    // Packages of this repository are read as source.
    conditions: ['source'],
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/support/propertySeed.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      level('unit', 20_000, shared),
      level('int', 60_000, shared),
      level('e2e', 180_000, { globalSetup: ['test/support/buildOnce.ts'] }),
    ],
  },
});
