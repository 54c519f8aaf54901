// How a program that the launcher runs is asked to stop.
import { readFileSync } from 'node:fs';

/**
 * Signals closer together than this are one wish: Ctrl-C at a terminal reaches the launcher from the terminal and once
 * more from npm, and a second wish would mean "at once".
 */
const oneWishMs = 500;
/** How often the launcher looks whether npm, and the shell that npm started it in, are still there. */
const lookEveryMs = 500;
/** Shells between npm and its script: one, or a few where a script calls npm again. */
const mostShells = 8;

/** Parent of a process; undefined where the system does not say (it does on Linux), or when the process has ended. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** npm names its process after its command. */
function isNpm(pid) {
  try {
    return /^npm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** The processes from the one that started this one up to npm; the first alone where npm is not found. */
function startedBy() {
  const chain = [process.ppid];
  while (!isNpm(chain.at(-1))) {
    const next = parentOf(chain.at(-1));
    if (next === undefined || next <= 1 || chain.length > mostShells) return chain.slice(0, 1);
    chain.push(next);
  }
  return chain;
}

/** As it was at the beginning. */
const chain = startedBy();

/** Whether nobody of the chain has ended: who has lost its parent has got another one. */
const isWhole = () =>
  process.ppid === chain[0] && chain.slice(1).every((pid, at) => parentOf(chain[at]) === pid);

/**
 * Calls `gone` once npm or its shell has ended. npm hands SIGTERM to its shell alone, which dies without a word to the
 * command it waits for; and who is killed tells nobody. Started by a person or a service without npm, the launcher may
 * outlive whoever started it.
 */
function onNpmGone(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const look = setInterval(() => {
    if (isWhole()) return;
    clearInterval(look);
    gone();
  }, lookEveryMs);
  // The child keeps the launcher running, not this.
  look.unref();
}

/** Hands every wish to stop on to the child, once. */
export function stopWithUs(child) {
  let lastWishMs;
  const ask = (signal) => {
    const nowMs = performance.now();
    const isSameWish = lastWishMs !== undefined && nowMs - lastWishMs < oneWishMs;
    lastWishMs = nowMs;
    if (!isSameWish) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ask(signal));
  // A terminal that closes.
  process.on('SIGHUP', () => ask('SIGTERM'));
  onNpmGone(() => {
    if (lastWishMs === undefined) ask('SIGTERM');
  });
}
