import type { LedgerEvent } from '../../subgraphs/orders/domain/ledger/events.ts';
import type { Ledger } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import type { WayChange } from './wayChange.ts';
import type { Stock } from './stock.ts';

/** What another subgraph says, decided against the ledger as it is when it arrives. */
export type Message = (ledger: Ledger) => readonly LedgerEvent[];

/** What a location knows of the world around it. */
export interface Around {
  readonly stock: Stock;
  /** A change whose ask keeps what is given up reserved, if one is under way. */
  readonly change: WayChange | undefined;
  id(prefix: string): string;
  /** Messages of a stream arrive in their order. */
  send(stream: string, message: Message): void;
}
