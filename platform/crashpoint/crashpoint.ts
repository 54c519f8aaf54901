/** Dies at a named point when the process was told to; otherwise costs one comparison. */
export type Crashpoint = (name: string) => void;

/** A crash hook together with the names of the points passed so far, for tests that kill at each of them. */
export interface Crashpoints {
  readonly hit: Crashpoint;
  /** Names of all points this process declared or passed. */
  names(): string[];
  /** Say that these points exist, before any was passed. */
  declare(...names: string[]): void;
}

/**
 * `crashAt` is a point's name, or `name:n` to die at its n-th passing. `kill` is what dying means (in a process:
 * SIGKILL to itself, so that nothing is flushed or cleaned up).
 */
export function createCrashpoints(options: { crashAt?: string | undefined; kill: () => void }): Crashpoints {
  const [wanted, nth] = splitTarget(options.crashAt);
  const passed = new Map<string, number>();
  return {
    hit: (name) => {
      const count = (passed.get(name) ?? 0) + 1;
      passed.set(name, count);
      if (name === wanted && count === nth) options.kill();
    },
    names: () => [...passed.keys()].sort(),
    declare: (...names) => {
      for (const name of names) if (!passed.has(name)) passed.set(name, 0);
    },
  };
}

/** For code that runs without faults. */
export const noCrashpoint: Crashpoint = () => undefined;

/** Ends this process as a power cut would: no handlers, no flushing. */
export function killThisProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}

function splitTarget(crashAt: string | undefined): [string | undefined, number] {
  if (crashAt === undefined || crashAt === '') return [undefined, 0];
  const match = /^(.*?)(?::(\d+))?$/.exec(crashAt);
  return [match?.[1], Number(match?.[2] ?? 1)];
}
