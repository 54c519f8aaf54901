import type { MoneyEvents } from '../../subgraphs/orders/domain/ledger/events.ts';
import type { Means } from '../../subgraphs/orders/domain/ledger/ledger.ts';

type Asked = MoneyEvents['MovementAsked'];

interface Account {
  authorised: number;
  captured: number;
  refunded: number;
  voided: number;
  lapsed: boolean;
}

/** A payment provider with books of its own. It refuses what its books do not bear, and says so as a fault. */
export class Provider {
  readonly accounts = new Map<string, Account>();
  /** Asked for and not answered yet. */
  readonly waiting = new Map<string, Asked>();
  readonly #decided = new Map<string, boolean>();
  readonly faults: string[] = [];

  open(means: Means): void {
    const empty = { captured: 0, refunded: 0, voided: 0, lapsed: false };
    this.accounts.set(means.meansId, { authorised: means.authorisedMinor, ...empty });
  }

  ask(movement: Asked): void {
    this.waiting.set(movement.movementId, movement);
  }

  /** Decides a movement once, moves the money and answers; `willing` is what chance says. */
  answer(movementId: string, willing: boolean): boolean {
    const known = this.#decided.get(movementId);
    const movement = this.waiting.get(movementId);
    this.waiting.delete(movementId);
    if (known !== undefined || movement === undefined) return known ?? false;
    const approved = willing && this.#move(movement);
    this.#decided.set(movementId, approved);
    return approved;
  }

  #move({ kind, meansId, amountMinor, movementId }: Asked): boolean {
    const account = this.accounts.get(meansId);
    // Till and bank keep no books here: money that came in can go back.
    if (account === undefined) return true;
    const free = account.authorised - account.captured - account.voided;
    const most = kind === 'REFUND' ? account.captured - account.refunded : free;
    if (kind !== 'REFUND' && account.lapsed) return false;
    if (amountMinor > most) {
      this.faults.push(`provider: ${movementId} asks for ${amountMinor} of ${most}`);
      return false;
    }
    if (kind === 'CAPTURE') account.captured += amountMinor;
    if (kind === 'REFUND') account.refunded += amountMinor;
    if (kind === 'VOID') account.voided += amountMinor;
    return true;
  }
}
