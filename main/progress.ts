/** Says what a start is doing, step by step. */
export type Progress = (step: string) => void;

/** Prints steps as they begin, with the seconds since the process began. */
export const printProgress =
  (print: (line: string) => void, nowMs: () => number): Progress =>
  (step) =>
    print(`${(nowMs() / 1_000).toFixed(1).padStart(6)} s  ${step}`);

/** Says nothing: for those who start an application as a part of something else. */
export const noProgress: Progress = () => undefined;
