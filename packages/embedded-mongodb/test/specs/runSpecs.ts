import { MongoClient } from 'mongodb';
import type { SpecFile } from './format.ts';
import { reasonToSkip } from './requirements.ts';
import type { SpecReport } from './report.ts';
import { runTest } from './runTest.ts';
import { serverFacts } from './serverFacts.ts';

/** How to run the files. */
export interface RunOptions {
  /** Connection string of the server under test. */
  uri: string;
  /** Only tests whose `file: description` holds this text. */
  only?: string;
  /** How long one test may take, in milliseconds. @default 10_000 */
  limitMs?: number;
  /** Told of every test as it ends. */
  progress?: (line: string) => void;
}

/** Runs the tests of the files one after another: they share database names and the server's fail points. */
export async function runSpecs(files: SpecFile[], options: RunOptions): Promise<SpecReport> {
  const { uri, only = '', limitMs = 10_000, progress = () => undefined } = options;
  const internal = new MongoClient(uri, { retryWrites: false });
  const report: SpecReport = { passed: 0, failed: 0, skipped: 0, failures: [], skips: [] };
  try {
    const facts = await serverFacts(internal);
    for (const file of files) {
      for (const test of file.tests) {
        const name = { file: file.path, test: test.description };
        if (!`${name.file}: ${name.test}`.includes(only)) continue;
        const skip = reasonToSkip(file, test, facts);
        if (skip !== undefined) {
          report.skipped += 1;
          report.skips.push({ ...name, why: skip });
          continue;
        }
        const started = performance.now();
        try {
          await runTest(file, test, internal, uri, limitMs);
          report.passed += 1;
        } catch (error) {
          report.failed += 1;
          report.failures.push({
            ...name,
            why: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
          });
        }
        progress(`${Math.round(performance.now() - started)} ms  ${name.file}: ${name.test}`);
      }
    }
  } finally {
    await internal.close();
  }
  return report;
}
