import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startTestServer } from '../targetServer.ts';
import { loadFiles } from './loadFiles.ts';
import { formatReport } from './report.ts';
import { runSpecs } from './runSpecs.ts';

/** `npm run test:mongo-specs`: MongoDB's specification tests against the embedded server, or the one at MONGODB_URI. */
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string' },
    baseline: { type: 'string' },
    limit: { type: 'string', default: '10000' },
    verbose: { type: 'boolean', default: false },
  },
});
if (!values.dir) throw new Error('say where the specification tests are: --dir DIR');

const files = await loadFiles(values.dir);
const uri = process.env.MONGODB_URI;
const server = uri ? { uri, stop: async () => undefined } : await startTestServer();
try {
  const report = await runSpecs(files, {
    uri: server.uri,
    limitMs: Number(values.limit),
    ...(values.only !== undefined && { only: values.only }),
    ...(values.verbose && { progress: (line: string) => console.log(line) }),
  });
  console.log(formatReport(report));
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 1)}\n`);
  process.exitCode = values.baseline
    ? await fallsShort(values.baseline, report.passed)
    : report.failed > 0
      ? 1
      : 0;
} finally {
  await server.stop();
}

/** With a baseline the run fails when fewer tests pass than before, not when some known ones still fail. */
async function fallsShort(path: string, passed: number): Promise<number> {
  const baseline = JSON.parse(await readFile(path, 'utf8')) as { passed: number };
  if (passed >= baseline.passed) return 0;
  console.error(`${passed} tests passed, ${baseline.passed} did before`);
  return 1;
}
