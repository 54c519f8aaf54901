/** Something that somebody waits for and others report; reports that come before it is asked for are one. */
export interface ChangeSignal {
  report(): void;
  /** Whoever waits gets this error. */
  fail(error: unknown): void;
  /** True once something was reported, false once the signal has aborted. */
  reported(): Promise<boolean>;
}

export function createChangeSignal(signal: AbortSignal): ChangeSignal {
  let isReported = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const report = (): void => {
    isReported = true;
    wake();
  };
  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    report,
    fail: (error) => {
      failure = { error };
      wake();
    },
    reported: async () => {
      if (!isReported && !signal.aborted && failure === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (failure !== undefined) throw failure.error;
      isReported = false;
      return !signal.aborted;
    },
  };
}
