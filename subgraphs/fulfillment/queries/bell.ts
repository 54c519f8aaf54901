/** Something that somebody waits for and others report; reports that come before it is asked for are one. */
export interface Bell {
  ring(): void;
  /** Whoever waits gets this error. */
  fail(error: unknown): void;
  /** True once it has rung, false once the signal has aborted. */
  rung(): Promise<boolean>;
}

export function createBell(signal: AbortSignal): Bell {
  let isRung = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const ring = (): void => {
    isRung = true;
    wake();
  };
  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    ring,
    fail: (error) => {
      failure = { error };
      wake();
    },
    rung: async () => {
      if (!isRung && !signal.aborted && failure === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (failure !== undefined) throw failure.error;
      isRung = false;
      return !signal.aborted;
    },
  };
}
