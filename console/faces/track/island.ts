import '../../ui/tokens.css';
import '../../ui/base.css';
import '../../ui/parts.css';
import './track.css';

/*
 * Keeps the live order page as the order is now. Whoever holds a link has no identity for a subscription, so the page asks
 * for its own changing part; what was sent with the document stays if nothing can be asked.
 */

const askEveryMs = 800;
const patienceMs = 10_000;
const main = document.getElementById('content');
const stale = document.getElementById('stale');
const news = document.getElementById('news');

const headline = (): string => document.getElementById('headline')?.textContent ?? '';

/** Somebody who is choosing something is not interrupted. */
const isChoosing = (): boolean => document.activeElement?.closest('form') != null;

function show(text: string): void {
  if (main === null) return;
  const before = headline();
  main.innerHTML = text;
  if (news !== null && headline() !== before) news.textContent = headline();
}

async function read(): Promise<string> {
  const address = new URL(location.href);
  address.searchParams.set('part', '1');
  address.searchParams.delete('said');
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new Error(`The page answers ${answer.status}.`);
  return answer.text();
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function follow(): Promise<void> {
  let known: string | undefined;
  let failures = 0;
  for (;;) {
    if (document.visibilityState === 'visible') {
      try {
        const text = await read();
        failures = 0;
        if (stale !== null) stale.hidden = true;
        if (known === undefined) known = text;
        else if (text !== known && !isChoosing()) show((known = text));
      } catch {
        failures += 1;
        if (stale !== null) stale.hidden = false;
      }
    }
    await wait(Math.min(askEveryMs * 2 ** failures, 15_000));
  }
}

void follow();
