import { afterAll, describe, expect, it } from 'vitest';
import { scratchDir, startApplication } from '../support/applicationProcess.ts';
import { runCommand } from '../support/npm.ts';
import { codeBlocks, readPage } from './markdown.ts';

const patienceMs = 300_000;
const [install, ...steps] = codeBlocks(readPage('docs/tutorial/first-order.md'));
const mark = (i: number): string => `@ block ${i}`;

/** Lines without their indentation and the comma at their end. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');

const scratch = scratchDir();
afterAll(() => scratch.remove());

describe('the tutorial', () => {
  it('begins with what the README begins with', () => {
    expect(install).toEqual({ language: 'sh', text: 'npm ci && npm start\n' });
  });

  it(
    'works as it is written, block after block, and prints what it says',
    async () => {
      const { process, url } = await startApplication(scratch.dir);
      const script = steps.map(({ language, text }, i) =>
        language === 'sh' ? `${text}\necho '${mark(i)}'` : '',
      );
      const shell = runCommand(`set -euo pipefail\n${script.join('\n')}`, {
        PROMESSE_URL: url,
        DATA_DIR: scratch.dir,
      });
      try {
        if ((await shell.ended) !== 0) throw new Error(shell.output().slice(-3_000));
      } finally {
        await shell.stop();
        await process.stop();
      }
      let rest = shell.output();
      let said: string[] = [];
      let compared = 0;
      for (const [i, { language, text }] of steps.entries()) {
        if (language === 'sh') {
          const [before = '', ...after] = rest.split(`${mark(i)}\n`);
          said = lines(before);
          rest = after.join('');
          continue;
        }
        // A block of text shows some of the lines that the block before it prints.
        for (const line of lines(text)) expect(said).toContain(line);
        compared++;
      }
      expect(compared).toBeGreaterThan(5);
    },
    patienceMs,
  );
});
