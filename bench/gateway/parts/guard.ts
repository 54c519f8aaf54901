import { parse } from 'graphql';
import { bombs } from '../../../gateway/engine/guard/bombs.fixture.ts';
import { guardDocument } from '../../../gateway/engine/guard/documentGuard.ts';
import { defaultLimits } from '../../../gateway/engine/guard/limits.ts';
import { guardNesting } from '../../../gateway/engine/guard/textNesting.ts';

/** What the guard alone takes to refuse one small text that stands for much work, milliseconds of CPU. */
export interface GuardRow {
  readonly title: string;
  readonly bytes: number;
  /** Reading the text, as every text is read. */
  readonly parseMs: number;
  /** Measuring it, the first time. */
  readonly firstMs: number;
  /** The same, once the code is compiled. */
  readonly laterMs: number;
}

const repeats = 100;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

function timed(work: () => void, times = 1): number {
  const before = cpuMs();
  for (let at = 0; at < times; at++) work();
  return (cpuMs() - before) / times;
}

/** In this process: what is measured is a function, and the process in front of it would hide it. */
export function measureGuard(say: (line: string) => void): GuardRow[] {
  return Object.entries(bombs).map(([title, text]) => {
    // Read whole, whatever the bound of tokens says: what is measured is the guard.
    const document = parse(text);
    const parseMs = timed(() => parse(text));
    const refuse = (): void => {
      if (guardNesting(text, defaultLimits) ?? guardDocument(document, defaultLimits).excess) return;
      throw new Error(`The guard lets pass: ${title}`);
    };
    const row = {
      ...{ title, bytes: Buffer.byteLength(text), parseMs },
      ...{ firstMs: timed(refuse), laterMs: timed(refuse, repeats) },
    };
    say(`guard ${title}: ${row.firstMs.toFixed(2)} ms of CPU, later ${row.laterMs.toFixed(2)}`);
    return row;
  });
}
