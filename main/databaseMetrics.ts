import { databaseOf } from '../platform/mongo/connect.ts';
import type { Connection } from '../platform/mongo/mongoTypes.ts';
import type { Metrics } from '../platform/telemetry/metrics.ts';

/** The part of `serverStatus` that is told on; a managed MongoDB may keep all of it to itself. */
interface ServerStatus {
  readonly opcounters?: Readonly<Record<string, unknown>>;
  readonly transactions?: { readonly totalCommitted?: unknown };
  /** The embedded database's own. */
  readonly lmdb?: { readonly commits?: unknown };
}

/** Gauges of the database server, all of its clients together; gives what sets them anew. */
export function databaseGauges(metrics: Metrics): (connection: Connection) => Promise<void> {
  const commands = metrics.gauge(
    'promesse_database_commands',
    'Commands the database server has been given since it started, by all its clients.',
  );
  const transactions = metrics.gauge(
    'promesse_database_transactions',
    'Transactions the database server has committed since it started.',
  );
  const commits = metrics.gauge(
    'promesse_database_commits',
    'Commits of the embedded database to its file, each synced with the disk; one may carry many writes.',
  );
  return async (connection) => {
    const status = await statusOf(connection);
    if (status === undefined) return;
    const counts = Object.values(status.opcounters ?? {}).map(Number);
    commands.set(counts.filter(Number.isFinite).reduce((sum, count) => sum + count, 0));
    transactions.set(Number(status.transactions?.totalCommitted ?? 0));
    const synced = status.lmdb?.commits;
    if (synced !== undefined) commits.set(Number(synced));
  };
}

/** Undefined where the server does not tell it to this user: the other figures are not worth less for that. */
async function statusOf(connection: Connection): Promise<ServerStatus | undefined> {
  try {
    return await databaseOf(connection).admin().command({ serverStatus: 1 });
  } catch {
    return undefined;
  }
}
