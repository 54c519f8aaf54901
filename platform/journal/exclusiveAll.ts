import type { Journal } from './journal.ts';

/**
 * One at a time per slot in this process: others wait here instead of losing a write conflict. Slots are entered in
 * order, so that two tasks with the same ones never wait for each other.
 */
export const exclusiveAll = <T>(
  journal: Pick<Journal, 'exclusive'>,
  slots: readonly string[],
  task: () => Promise<T>,
): Promise<T> =>
  [...new Set(slots)]
    .sort()
    .reduceRight<() => Promise<T>>((inner, slot) => () => journal.exclusive(slot, inner), task)();
