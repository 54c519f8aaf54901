import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTargetServer } from '../targetServer.ts';
import type { TargetServer } from '../targetServer.ts';
import { hasMongosh, runMongosh } from './runMongosh.ts';

let server: TargetServer;
beforeAll(async () => {
  server = await startTargetServer();
  await inShell("db.getSiblingDB('shop').orders.insertMany([{ _id: 1, n: 2 }, { _id: 2, n: 3 }])");
});
afterAll(async () => {
  await server.stop();
});

async function inShell(script: string): Promise<string> {
  const result = await runMongosh(server.uri, script);
  expect(result, result.stderr).toMatchObject({ code: 0 });
  return result.stdout;
}

/** Scripts print what they found as one line of JSON. */
async function answer(script: string): Promise<unknown> {
  return JSON.parse((await inShell(script)).split('\n').at(-1) as string);
}

describe.skipIf(!hasMongosh)('mongosh (npm ci --prefix packages/embedded-mongodb/test/mongosh)', () => {
  it('shows databases and collections', async () => {
    expect(await inShell("show('dbs')")).toMatch(/^shop\s/m);
    expect(await answer("print(JSON.stringify(db.getSiblingDB('shop').getCollectionNames()))")).toEqual([
      'orders',
    ]);
  });
  it('finds', async () => {
    const script = "print(JSON.stringify(db.getSiblingDB('shop').orders.find({ n: { $gt: 2 } }).toArray()))";
    expect(await answer(script)).toEqual([{ _id: 2, n: 3 }]);
  });
  it('aggregates', async () => {
    const script =
      "print(JSON.stringify(db.getSiblingDB('shop').orders.aggregate([{ $group: { _id: null, sum: { $sum: '$n' } } }]).toArray()))";
    expect(await answer(script)).toEqual([{ _id: null, sum: 5 }]);
  });
  it('commits a transaction', async () => {
    const script = `
      const session = db.getMongo().startSession();
      const accounts = session.getDatabase('bank').accounts;
      db.getSiblingDB('bank').accounts.insertMany([{ _id: 'a', sum: 10 }, { _id: 'b', sum: 0 }]);
      session.startTransaction();
      accounts.updateOne({ _id: 'a' }, { $inc: { sum: -4 } });
      accounts.updateOne({ _id: 'b' }, { $inc: { sum: 4 } });
      const outside = db.getSiblingDB('bank').accounts.findOne({ _id: 'b' }).sum;
      session.commitTransaction();
      session.endSession();
      print(JSON.stringify([outside, db.getSiblingDB('bank').accounts.findOne({ _id: 'b' }).sum]));`;
    expect(await answer(script)).toEqual([0, 4]);
  });
  it('watches', async () => {
    const script = `
      const rows = db.getSiblingDB('seen').rows;
      const stream = rows.watch();
      stream.tryNext();
      rows.insertOne({ _id: 7 });
      let event = null;
      while (event === null) event = stream.tryNext();
      stream.close();
      print(JSON.stringify([event.operationType, event.documentKey._id]));`;
    expect(await answer(script)).toEqual(['insert', 7]);
  });
  it('explains by which index', async () => {
    const script = `
      const rows = db.getSiblingDB('shop').orders;
      rows.createIndex({ n: 1 });
      print(JSON.stringify(rows.find({ n: 3 }).explain().queryPlanner.winningPlan.inputStage.indexName));`;
    expect(await answer(script)).toBe('n_1');
  });
});
