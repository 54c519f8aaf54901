// Runs the built code as an operator would: starts it, asks, stops it. Writes {passed, failed} to the file it is given.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patienceMs = 180_000;
const data = mkdtempSync(join(tmpdir(), 'promesse-smoke-'));
const results = [];
const check = async (what, run) => {
  try {
    await run();
    results.push(true);
    console.log(`smoke: ${what}: passed`);
  } catch (error) {
    results.push(false);
    console.log(`smoke: ${what}: FAILED: ${error.message}`);
  }
};
const expect = (holds, otherwise) => {
  if (!holds) throw new Error(otherwise);
};

const program = spawn(process.execPath, ['bin/promesse.js', 'start', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => program.once('exit', (code, signal) => resolve(code ?? signal)));
let url = '';
await check('the built application starts', async () => {
  url = await new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`not ready in time: ${text}`)), patienceMs);
    ended.then((code) => reject(new Error(`ended with ${code}: ${text}`)));
    program.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /The graph\s+(http:\/\/[^\s/]+)\/graphql/.exec(text)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
});
await check('it is ready', async () => {
  const { status } = await fetch(`${url}/health/ready`);
  expect(status === 200, `/health/ready answers ${status}`);
});
await check('it answers a query', async () => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ products(first: 1) { edges { node { title } } } }' }),
  });
  const text = await answer.text();
  const { data: found, errors } = JSON.parse(text);
  expect(errors === undefined && found.products.edges.length === 1, text);
});
await check('it ends well when it is asked to', async () => {
  if (program.exitCode === null) program.kill('SIGTERM');
  const late = new Promise((resolve) => setTimeout(resolve, 30_000, 'too late').unref());
  const code = await Promise.race([ended, late]);
  expect(code === 0, `it ended: ${code}`);
});
program.kill('SIGKILL');
rmSync(data, { recursive: true, force: true });
const passed = results.filter(Boolean).length;
writeFileSync(process.argv[2], JSON.stringify({ passed, failed: results.length - passed }));
process.exitCode = passed === results.length ? 0 : 1;
