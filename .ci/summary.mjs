// Adds up what the test runners counted and prints it on a line of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name) => {
  const file = join(process.argv[2], name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
const tests = read('vitest.json');
const specs = read('specs.json');
if (tests === undefined) console.log('The tests left no result.');
// What the built code did when it was started, asked and stopped.
const smoke = read('smoke.json') ?? { passed: 0, failed: 1 };
const passed = smoke.passed + (tests?.numPassedTests ?? 0) + (specs?.passed ?? 0);
// A test file that could not even be loaded counts as a failure. Specification tests are judged by their baseline.
const broken = (tests?.testResults ?? []).filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
);
const failed = smoke.failed + (tests?.numFailedTests ?? 1) + broken.length;
if (specs !== undefined)
  console.log(
    `MongoDB's specification tests: ${specs.passed} passed, ${specs.failed} known not to, ${specs.skipped} ruled out.`,
  );
const skipped = (tests?.testResults ?? []).flatMap((file) =>
  file.assertionResults.filter(({ status }) => status === 'pending' || status === 'skipped'),
);
if (skipped.length > 0) {
  console.log(`${skipped.length} skipped, because what they need is not installed here:`);
  for (const { fullName } of skipped) console.log(`  ${fullName}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
