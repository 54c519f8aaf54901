import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startTestServer } from '../targetServer.ts';
import { compareWithBaseline } from './baseline.ts';
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
const server = uri ? { uri, stop: async () => undefined } : await startTestServer({ worker: true });
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
    ? await compareWithBaseline(values.baseline, report)
    : Math.min(report.failed, 1);
} finally {
  await server.stop();
}
