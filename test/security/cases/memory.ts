import { createHash } from 'node:crypto';
import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target } from '../target.ts';

const kind = 'memory filled from outside';
const mebibyte = 1_024 * 1_024;

async function grows(target: Target, work: () => Promise<void>, limitMebibytes: number): Promise<void> {
  const before = target.memoryBytes();
  await work();
  const grown = Math.round((target.memoryBytes() - before) / mebibyte);
  expectThat(grown < limitMebibytes, `The process grew by ${grown} MiB.`);
}

const inBatches = async (
  count: number,
  size: number,
  one: (at: number) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < count; at += size)
    await Promise.all(Array.from({ length: Math.min(size, count - at) }, (_, of) => one(at + of)));
};

export const attacks: readonly Attack[] = [
  {
    name: '5,000 persisted queries of 250 KB',
    kind,
    patienceMs: 600_000,
    run: (target) =>
      grows(
        target,
        () =>
          inBatches(5_000, 4, (at) => {
            const query = `{ __typename } # ${at} ${'x'.repeat(250_000)}`;
            const sha256Hash = createHash('sha256').update(query).digest('hex');
            const extensions = { persistedQuery: { version: 1, sha256Hash } };
            return target.post(JSON.stringify({ query, extensions }));
          }),
        400,
      ),
  },
  {
    name: '10,000 different queries',
    kind,
    patienceMs: 600_000,
    run: (target) =>
      grows(
        target,
        () =>
          inBatches(10_000, 8, (at) =>
            target.ask(`{ products(first: 1) { edges { node { a${at}: id b${at}: title } } } }`),
          ),
        600,
      ),
  },
  {
    name: 'names of 200 KB in the figures',
    kind,
    run: async (target) => {
      await inBatches(20, 4, (at) => target.ask(`query ${'n'.repeat(200_000)}${at} { __typename }`));
      const figures = await fetch(`${target.url}/metrics`);
      const text = await figures.text();
      expectThat(
        text.length < 500_000 && !text.includes('nnnnnnnnnn'),
        `The figures have ${text.length} characters.`,
      );
    },
  },
];
