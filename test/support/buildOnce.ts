import { bringBuildUpToDate } from './builtCode.ts';

/** Runs once, before the first test that starts whole processes. */
export default function buildOnce(): void {
  bringBuildUpToDate();
}
