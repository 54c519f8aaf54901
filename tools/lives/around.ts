import type { LedgerEvent } from '../../subgraphs/orders/domain/ledger/events.ts';
import type { Ledger } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import type { Stock } from './stock.ts';

/** What another subgraph says, decided against the ledger as it is when it arrives. */
export type Message = (ledger: Ledger) => readonly LedgerEvent[];

/** What a location knows of the world around it. */
export interface Around {
  readonly stock: Stock;
  id(prefix: string): string;
  /** Messages of a stream arrive in their order. */
  send(stream: string, message: Message): void;
}
