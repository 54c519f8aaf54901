/** How long the story waits for a fact. */
const patienceMs = 60_000;

/** Asks again until the fact holds; subgraphs tell each other by events, so some facts take a moment. */
export async function until<T>(
  load: () => Promise<T>,
  holds: (value: T) => boolean,
  what: string,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const value = await load();
    if (holds(value)) return value;
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
