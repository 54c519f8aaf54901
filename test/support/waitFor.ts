/** Wait until `fact` gives something true; the test fails with `what` when it does not within `timeoutMs`. */
export async function waitFor<T>(
  what: string,
  fact: () => T | Promise<T>,
  options: { timeoutMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const { timeoutMs = 30_000, everyMs = 10 } = options;
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const value = await fact();
    if (value !== undefined && value !== null && value !== false) return value as NonNullable<T>;
    if (performance.now() > giveUpAt) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
