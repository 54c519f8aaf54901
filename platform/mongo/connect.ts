import mongoose, { type Connection } from 'mongoose';
import { checkServer } from './checkServer.ts';

// Mongoose's defaults let operators inside input, unknown paths and whole-collection filters through.
mongoose.set('sanitizeFilter', true);
mongoose.set('sanitizeProjection', true);
mongoose.set('strictQuery', 'throw');
mongoose.set('strict', 'throw');
mongoose.set('runValidators', true);
mongoose.set('autoCreate', false);
mongoose.set('autoIndex', false);

/**
 * Marks a filter of ours, or a part of one (`{ _id: trusted({ $in: ids }) }`), as no user input, down to its last
 * operator; everything else is sanitised. Mongoose looks at each member for itself, so each member is marked.
 */
export function trusted<T extends object>(filter: T): T {
  for (const value of Object.values(filter)) {
    const plain = Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype;
    if (plain) trusted(value as object);
  }
  return mongoose.trusted(filter);
}

/** One open connection to one database. */
export interface ConnectOptions {
  readonly uri: string;
  /** Database of the subgraph; nobody else reads it. */
  readonly database: string;
  /** @default 5_000 */
  readonly connectTimeoutMs?: number;
  /** @default 20 */
  readonly maxPoolSize?: number;
}

/**
 * Connect to the database of one subgraph. Majority writes, journalled, and majority reads are said explicitly;
 * refuses a standalone server, one older than 5.0, and weaker settings in the URI.
 */
export async function connectMongo(options: ConnectOptions): Promise<Connection> {
  refuseWeakUri(options.uri);
  const connection = await mongoose
    .createConnection(options.uri, {
      dbName: options.database,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      retryWrites: true,
      retryReads: true,
      serverSelectionTimeoutMS: options.connectTimeoutMs ?? 5_000,
      maxPoolSize: options.maxPoolSize ?? 20,
      ignoreUndefined: true,
      bufferCommands: false,
    })
    .asPromise();
  try {
    await checkServer(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Create each model's collection and indexes. Call in `start()`, before anything is read. */
export async function prepareModels(connection: Connection): Promise<void> {
  const prepare = async (model: Connection['models'][string]): Promise<void> => {
    await ignoreExisting(model.createCollection());
    await model.createIndexes();
  };
  await Promise.all(Object.values(connection.models).map(prepare));
}

/** The driver's database handle; a connection that is not open is a fault of the caller. */
export function databaseOf(connection: Connection): NonNullable<Connection['db']> {
  if (connection.db === undefined) throw new Error('The database connection is not open.');
  return connection.db;
}

/** Run a collection creation, accepting that it exists. */
export async function ignoreExisting(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    const namespaceExists = 48;
    if (!(error instanceof Error && 'code' in error && error.code === namespaceExists)) throw error;
  }
}

function refuseWeakUri(uri: string): void {
  const query = new URLSearchParams(uri.split('?')[1] ?? '');
  const weak: string[] = [];
  const w = query.get('w');
  if (w !== null && w !== 'majority') weak.push(`w=${w}`);
  for (const name of ['journal', 'j', 'retryWrites'])
    if (query.get(name) === 'false') weak.push(`${name}=false`);
  const level = query.get('readConcernLevel');
  if (level === 'local' || level === 'available') weak.push(`readConcernLevel=${level}`);
  if (weak.length > 0) {
    throw new Error(
      `The MongoDB URI asks for less safety than orders need (${weak.join(', ')}); remove these settings.`,
    );
  }
}
