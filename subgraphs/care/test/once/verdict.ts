import type { MessageCode } from '../../domain/codes.ts';
import type { Step } from './story.ts';

/** What happened to one order, in the order in which it happened. */
type Entry =
  { readonly kind: 'known'; readonly step: Step } | { readonly kind: 'mail'; readonly key: string };

/** What customers must have heard, and what they heard. */
export class Verdict {
  readonly #entries = new Map<string, Entry[]>();
  readonly #keys = new Set<string>();
  readonly #due = new Map<string, Set<MessageCode>>();

  #of(orderId: string): Entry[] {
    const known = this.#entries.get(orderId) ?? [];
    this.#entries.set(orderId, known);
    return known;
  }

  /** Care has said that it knows of a step. */
  known(orderId: string, step: Step): void {
    this.#of(orderId).push({ kind: 'known', step });
    if (step.always === true && step.due !== undefined) this.due(orderId, step.due);
  }

  /** It must be told by now: it was the newest fact for as long as reports settle, and the process lived. */
  due(orderId: string, code: MessageCode): void {
    this.#due.set(orderId, (this.#due.get(orderId) ?? new Set()).add(code));
  }

  /** A mail is given to the server; another try of the same is the same mail. What was under way is not called back. */
  mail(key: string, address: string): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#of(address.slice(0, address.indexOf('@'))).push({ kind: 'mail', key });
  }

  /** How many messages had to come. */
  get dueCount(): number {
    return [...this.#due.values()].reduce((sum, codes) => sum + codes.size, 0);
  }

  /** What is wrong, in words; given the codes of the mails that the server took. */
  faults(codeOfTaken: ReadonlyMap<string, MessageCode>): string[] {
    return [...this.#entries].flatMap(([orderId, entries]) => {
      const told = entries.map((entry) =>
        entry.kind === 'mail' ? { code: codeOfTaken.get(entry.key) } : { ends: entry.step.ends ?? [] },
      );
      return [...missing(this.#due.get(orderId) ?? [], told), ...repeated(told), ...contradicting(told)].map(
        (fault) => `${orderId} was ${fault}`,
      );
    });
  }
}

/** A mail with its code, or a fact with what it makes untrue. */
type Told = { readonly code: MessageCode | undefined } | { readonly ends: readonly MessageCode[] };

const codesOf = (told: readonly Told[]) =>
  told.flatMap((each) => ('code' in each && each.code !== undefined ? [each.code] : []));

function missing(due: Iterable<MessageCode>, told: readonly Told[]): string[] {
  const codes = new Set(codesOf(told));
  return [...due].filter((code) => !codes.has(code)).map((code) => `not told ${code}`);
}

function repeated(told: readonly Told[]): string[] {
  const codes = codesOf(told);
  return codes.filter((code, at) => codes.indexOf(code) < at).map((code) => `told ${code} again`);
}

/** Mails that tell of something which care knew to be over. */
function contradicting(told: readonly Told[]): string[] {
  const ended = new Set<MessageCode | undefined>();
  const faults: string[] = [];
  for (const each of told)
    if ('ends' in each) for (const code of each.ends) ended.add(code);
    else if (ended.has(each.code)) faults.push(`told ${each.code} when it was over`);
  return faults;
}
