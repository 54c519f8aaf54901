import type { ChangeOrigin } from '../history/history.ts';
import { History } from '../history/history.ts';
import { Catalog } from '../storage/catalog.ts';
import type { Collection } from '../storage/collection.ts';
import { Conflicts } from '../storage/conflicts.ts';
import { LiveView } from '../storage/liveView.ts';
import type { WriteScope } from '../storage/records.ts';
import { SnapshotView } from '../storage/snapshotView.ts';
import { Store } from '../storage/store.ts';
import { Cursors } from './cursors.ts';
import { FailPoints } from './failPoints.ts';
import type { Parameters } from './parameters.ts';
import { defaultParameters } from './parameters.ts';
import type { Session } from './sessions.ts';
import { Sessions } from './sessions.ts';
import { Snapshots } from './snapshots.ts';
import type { Transaction } from './transaction.ts';
import { beginTransaction } from './transaction.ts';

/** What the engine is made from. */
export interface EngineOptions {
  readonly dataDir: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Allows configureFailPoint. */
  readonly testCommands: boolean;
}

/** What has been done since the start. */
export interface Activity {
  /** Commands of clients, by name. */
  readonly commands: Map<string, number>;
  committed: number;
  aborted: number;
  /** Commits to the data file, each synced with the disk; one may carry many writes. */
  commits: number;
}

/** Everything commands work with; one per data directory. */
export class Engine {
  readonly store: Store;
  readonly conflicts = new Conflicts();
  readonly live: LiveView;
  readonly catalog = new Catalog();
  readonly history: History;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly snapshots: Snapshots;
  readonly failPoints = new FailPoints();
  readonly options: EngineOptions;
  readonly parameters: Parameters = { ...defaultParameters };
  readonly startedAt: number;
  readonly activity: Activity = { commands: new Map(), committed: 0, aborted: 0, commits: 0 };
  /** Under which clients reach this server; drivers insist that hello names it. */
  address = '';
  /** Called with the view of each transaction that ended, so that who waits for it goes on. */
  onTransactionEnd: (view: SnapshotView) => void = () => undefined;

  constructor(options: EngineOptions) {
    this.options = options;
    this.startedAt = options.now();
    this.store = new Store(options.dataDir);
    this.live = new LiveView(this.store, this.conflicts);
    this.history = new History(options.now);
    this.sessions = new Sessions(options.now);
    this.cursors = new Cursors(options.now);
    this.snapshots = new Snapshots(this.store, options.now);
    this.reload();
  }

  /** Reads the catalogue and the clock from the file, as at the start or after a batch failed. */
  reload(): void {
    this.catalog.load(this.live);
    this.history.load(this.live);
  }

  now(): number {
    return this.options.now();
  }

  /** The scope of a write outside transactions; its changes are history at once. */
  liveScope(origin: ChangeOrigin | undefined): WriteScope {
    const { live, catalog, history } = this;
    return {
      view: live,
      log: (entry) => history.append(live, [entry], origin),
      count: (collection, documents, bytes) => catalog.count(collection, documents, bytes),
      saveIndex: (collection) => catalog.save(live, collection),
    };
  }

  begin(session: Session, number: bigint): Transaction {
    const view = new SnapshotView(this.store, this.conflicts);
    session.number = number;
    return (session.transaction = beginTransaction(number, view, this.now()));
  }

  /** Ends a transaction without a trace. */
  abort(transaction: Transaction): void {
    if (transaction.state !== 'running') return;
    this.finish(transaction, 'aborted');
  }

  /** Releases what a transaction holds and lets those waiting for it go on. */
  finish(transaction: Transaction, state: 'committed' | 'aborted'): void {
    transaction.state = state;
    this.activity[state] += 1;
    transaction.view.end(state === 'committed');
    this.onTransactionEnd(transaction.view);
  }

  /** The collection as a command sees it, inside its transaction or outside. */
  collection(db: string, name: string, transaction: Transaction | undefined): Collection | undefined {
    return transaction?.created.get(`${db}.${name}`) ?? this.catalog.find(db, name);
  }

  async close(): Promise<void> {
    for (const { transaction } of this.sessions.list()) if (transaction) this.abort(transaction);
    this.cursors.closeAll();
    this.snapshots.releaseAll();
    await this.store.close();
  }
}
