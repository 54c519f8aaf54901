type Answer = Readonly<Record<string, unknown>>;

/** A connection, as far as its server is asked about itself. */
export interface AskedServer {
  getClient(): { db(name: string): { command(asked: object): Promise<Answer> } };
}

/** The oldest server whose defaults and transactions we trust. */
const oldestMajorVersion = 5;

/** Refuse a server on which an acknowledged order could be lost: standalone, too old, or with weak defaults. */
export async function checkServer(connection: AskedServer): Promise<void> {
  const admin = connection.getClient().db('admin');
  const hello: Answer = await admin.command({ hello: 1 });
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    throw new Error('This MongoDB is a standalone server without transactions; start it as a replica set.');
  }
  const build: Answer = await admin.command({ buildInfo: 1 });
  const version = typeof build['version'] === 'string' ? build['version'] : 'unknown';
  if (!(Number.parseInt(version, 10) >= oldestMajorVersion)) {
    throw new Error(`This MongoDB is ${version}; Promesse needs ${oldestMajorVersion}.0 or newer.`);
  }
  if (hello['readOnly'] === true) throw new Error('This MongoDB only lets us read.');
}
