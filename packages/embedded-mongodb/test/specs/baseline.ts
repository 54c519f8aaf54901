import { readFile } from 'node:fs/promises';
import type { SpecReport } from './report.ts';

/** What passed when the baseline was taken, and every test that did not, with the reason somebody found for it. */
export interface SpecBaseline {
  passed: number;
  failed: number;
  skipped: number;
  known: { file: string; test: string; why: string }[];
}

/**
 * Exit code of a run judged by a baseline: 1 when fewer tests passed than then, naming those that did not before;
 * 0 when as many or more did, though known ones still fail.
 */
export async function compareWithBaseline(path: string, report: SpecReport): Promise<number> {
  const baseline = JSON.parse(await readFile(path, 'utf8')) as SpecBaseline;
  if (report.passed >= baseline.passed) return 0;
  const known = new Set(baseline.known.map(({ file, test }) => `${file}: ${test}`));
  const fresh = report.failures
    .map(({ file, test }) => `${file}: ${test}`)
    .filter((name) => !known.has(name));
  console.error(
    `${report.passed} tests passed, ${baseline.passed} did before. New failures:\n${fresh.join('\n')}`,
  );
  return 1;
}
