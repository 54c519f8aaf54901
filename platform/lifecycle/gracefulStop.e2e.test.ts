import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runProgram, type Child } from '../../test/support/childProcess.ts';

const fixture = fileURLToPath(new URL('../../test/fixtures/gracefulStop.ts', import.meta.url));
let child: Child;
afterEach(() => child.kill());

describe('a process asked to stop by SIGTERM', () => {
  it('finishes the request in flight, then stops the rest and exits with 0', async () => {
    child = runProgram(fixture);
    const url = await child.line(/^http:/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const answer = fetch(`${url}/slow`).then((response) => response.text());
    await child.line(/entered/);
    child.process.kill('SIGTERM');
    await child.line(/draining/);
    expect(child.lines).not.toContain('stopped');
    child.process.stdin?.write('go\n');
    expect(await answer).toBe('finished');
    expect(await child.ended).toBe(0);
    expect(child.lines.at(-1)).toBe('stopped');
  });
  it('exits at once when asked a second time', async () => {
    child = runProgram(fixture);
    const url = await child.line(/^http:/);
    const answer = fetch(`${url}/slow`).then(
      () => 'answered',
      () => 'cut off',
    );
    await child.line(/entered/);
    child.process.kill('SIGTERM');
    await child.line(/draining/);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(1);
    expect(await answer).toBe('cut off');
  });
});
