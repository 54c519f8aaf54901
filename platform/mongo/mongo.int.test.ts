import { Schema, type Connection, type Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestMongo, type TestMongo } from '../../test/support/mongo.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { connectMongo, databaseOf, prepareModels, trusted } from './connect.ts';
import { loaderById, loaderOfMany } from './loaders.ts';
import { saveVersioned } from './saveVersioned.ts';
import { VersionConflictError } from './versionConflict.ts';
import { withTransaction } from './withTransaction.ts';

interface Thing {
  _id: string;
  version: number;
  name: string;
  group: string;
}

let mongo: TestMongo;
let connection: Connection;
let things: Model<Thing>;
beforeAll(async () => {
  mongo = await startTestMongo();
  connection = await mongo.connect('things');
  const schema = new Schema<Thing>(
    { _id: String, version: Number, name: String, group: String },
    { versionKey: false },
  );
  schema.index({ name: 1 }, { unique: true });
  things = connection.model<Thing>('thing', schema, 'things');
  await prepareModels(connection);
  await prepareModels(connection);
});
afterAll(() => mongo.stop());
const thing = (id: string, version = 1, group = 'g'): Thing => ({
  _id: id,
  version,
  name: `name of ${id}`,
  group,
});

describe('the connection', () => {
  it.each(['w=1', 'w=0', 'journal=false', 'readConcernLevel=local', 'retryWrites=false'])(
    'refuses a URI with %s',
    async (weak) => {
      await expect(connectMongo({ uri: `mongodb://127.0.0.1:1/?${weak}`, database: 'x' })).rejects.toThrow(
        'less safety',
      );
    },
  );
  it('writes with majority and journal, reads majority', () => {
    const { options } = connection.getClient();
    expect(options.writeConcern).toMatchObject({ w: 'majority' });
    expect(options.writeConcern?.journal ?? options.writeConcern?.j).toBe(true);
    expect(options.readConcern?.level).toBe('majority');
  });
  it('lets no operator from input into a filter, and no unknown path', async () => {
    await things.create([thing('filter')]);
    await expect(things.findOne({ _id: { $ne: '' } }).exec()).rejects.toThrow();
    await expect(things.findOne({ $where: 'true' }).exec()).rejects.toThrow();
    await expect(things.findOne({ nothing: 1 }).exec()).rejects.toThrow('strict');
    const more = { ...thing('x'), extra: 1 };
    await expect(things.create([more])).rejects.toThrow('strict');
    expect(await things.findOne({ _id: trusted({ $in: ['filter'] }) }).lean()).toMatchObject({
      _id: 'filter',
    });
  });
});

describe('a transaction', () => {
  it('is tried again as a whole after a write conflict, and after-commit work runs once', async () => {
    await things.create([thing('conflict')]);
    let tries = 0;
    let afterwards = 0;
    await withTransaction(connection, async (tx) => {
      tries++;
      await things.findOne({ _id: 'conflict' }).session(tx.session).lean();
      if (tries === 1) await things.updateOne({ _id: 'conflict' }, { $set: { group: 'outside' } });
      await things.updateOne({ _id: 'conflict' }, { $inc: { version: 1 } }, { session: tx.session });
      tx.afterCommit(() => void afterwards++);
    });
    expect([tries, afterwards]).toEqual([2, 1]);
    expect(await things.findOne({ _id: 'conflict' }).lean()).toMatchObject({ version: 2, group: 'outside' });
  });
  it('gives up with CONFLICT after five lost races', async () => {
    let tries = 0;
    const losing = withTransaction(connection, () => {
      tries++;
      return Promise.reject(new VersionConflictError('thing:x', 1));
    });
    expect(await losing.then(() => undefined, errorCodeOf)).toBe('CONFLICT');
    expect(tries).toBe(5);
  });
  it('that fails leaves nothing behind', async () => {
    const failing = withTransaction(connection, async (tx) => {
      await things.create([thing('ghost')], { session: tx.session });
      expect(await things.findOne({ _id: 'ghost' }).session(tx.session).lean()).not.toBeNull();
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(await things.findOne({ _id: 'ghost' }).lean()).toBeNull();
  });
});

describe('a versioned save', () => {
  const save = (document: Thing, expected: number): Promise<void> =>
    withTransaction(connection, (tx) => saveVersioned(things, tx, document, expected), { maxTries: 1 });
  it('creates once, replaces the version it saw, and refuses any other', async () => {
    await save(thing('v'), 0);
    await save({ ...thing('v', 2), group: 'h' }, 1);
    expect(await things.findOne({ _id: 'v' }).lean()).toMatchObject({ version: 2, group: 'h' });
    for (const expected of [0, 1, 3]) {
      expect(await save(thing('v', expected + 1), expected).then(() => undefined, errorCodeOf)).toBe(
        'CONFLICT',
      );
    }
  });
  it('does not take another unique index for a race', async () => {
    await save(thing('u1'), 0);
    await expect(save({ ...thing('u2'), name: 'name of u1' }, 0)).rejects.toMatchObject({ code: 11_000 });
  });
});

describe('loaders', () => {
  it('ask once per tick, keep the order, and give an error for the missing key alone', async () => {
    await things.create([thing('l1', 1, 'left'), thing('l2', 1, 'left'), thing('l3', 1, 'right')]);
    const loader = loaderById(things, 'thing');
    const [third, none, first] = await loader.loadMany(['l3', 'nope', 'l1']);
    expect([third, first]).toEqual([
      expect.objectContaining({ _id: 'l3' }),
      expect.objectContaining({ _id: 'l1' }),
    ]);
    expect(errorCodeOf(none)).toBe('NOT_FOUND');
  });
  it('of many give a list to each key, also an empty one', async () => {
    let asked = 0;
    const loader = loaderOfMany(
      (groups: readonly string[]) => {
        asked++;
        return things
          .find({ group: trusted({ $in: [...groups] }) })
          .sort({ _id: 1 })
          .lean<Thing[]>()
          .exec();
      },
      (row) => row.group,
    );
    const [right, none, left] = await Promise.all([
      loader.load('right'),
      loader.load('none'),
      loader.load('left'),
    ]);
    expect([right, none, left].map((rows) => rows?.map((row) => row._id))).toEqual([
      ['l3'],
      [],
      ['l1', 'l2'],
    ]);
    expect(asked).toBe(1);
  });
});

describe('the server check', () => {
  it('closes what it refused', async () => {
    await expect(
      connectMongo({ uri: 'mongodb://127.0.0.1:1/', database: 'x', connectTimeoutMs: 200 }),
    ).rejects.toThrow();
    expect(databaseOf(connection).databaseName).toContain('things');
  });
});
