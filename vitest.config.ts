import { defineConfig } from 'vitest/config';

/** The suffix says the level: unit (pure), int (real database, bus or sockets), e2e (whole processes). */
const level = (name: string, timeoutMs: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});

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
    projects: [level('unit', 20_000), level('int', 60_000), level('e2e', 180_000)],
  },
});
