/** Lets concurrent callers that ask for the same thing share one piece of work. */
export class SingleFlight<V> {
  readonly #running = new Map<string, Promise<V>>();

  /** Runs the work, or joins the same work already running. Nothing is remembered afterwards. */
  run(key: string, work: () => Promise<V>): Promise<V> {
    const running = this.#running.get(key);
    if (running) return running;
    const started = work().finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }

  /** True while work of this key runs. */
  has(key: string): boolean {
    return this.#running.has(key);
  }
}
