import type { Doc } from '../document/types.ts';
import type { WriteScope } from '../storage/records.ts';
import type { View } from '../storage/view.ts';
import type { Client } from './client.ts';
import type { Engine } from './engine.ts';
import type { Session } from './sessions.ts';
import type { Transaction } from './transaction.ts';

/** Everything one command works with. */
export interface CommandContext {
  readonly engine: Engine;
  readonly client: Client;
  readonly db: string;
  readonly body: Doc;
  readonly view: View;
  /** Only there for writes. */
  readonly scope: WriteScope;
  readonly session: Session | undefined;
  readonly transaction: Transaction | undefined;
  /** What a command that had to wait keeps of what it has done already. */
  readonly progress: Doc;
  /** Throws once maxTimeMS is over. */
  readonly pulse: () => void;
}

/**
 * How a command is run: `free` and `read` at once; `write` in the next batch, inside an LMDB transaction,
 * its reply held back until the batch is on disk.
 */
export type CommandKind = 'free' | 'read' | 'write';

/** A command of the protocol. */
export interface Command {
  readonly name: string;
  readonly kind: CommandKind | ((body: Doc) => CommandKind);
  /** True when it may be a statement of a multi-document transaction. */
  readonly inTransactions?: boolean;
  /** True when its reply is remembered for a retry with the same txnNumber. */
  readonly retryable?: boolean;
  /** True when only the admin database takes it. */
  readonly adminOnly?: boolean;
  run(context: CommandContext): Doc | Promise<Doc>;
}
