import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';
import { openRows, type CustomerRows } from './rows.ts';

const cancelText = `mutation($id: ID!, $key: ID!, $reason: String) {
  cancelReturn(id: $id, key: $key, reason: $reason) { status } }`;

describe('staff who withdraw a return for a customer', () => {
  let application: TradingApplication;
  let rows: CustomerRows;
  beforeAll(async () => {
    application = await openTradingApplication();
    rows = (await openRows(application)).web;
  });
  afterAll(() => application.stop());

  it('say why, and the journal keeps it; customers need not', async () => {
    const agent = callers.agent(['orders:write']);
    const id = rows.ids.expectedReturn;
    let keys = 0;
    const cancel = (reason?: string) =>
      application.code('returns', cancelText, { id, key: `why-${++keys}`, reason }, agent);
    expect(await cancel()).toBe('BAD_USER_INPUT');
    expect(await cancel('   ')).toBe('BAD_USER_INPUT');
    expect(await cancel('x'.repeat(501))).toBe('BAD_USER_INPUT');
    expect(await cancel('They keep the shoes.')).toBeUndefined();
    const event = await application
      .database('returns')
      .collection('journal')
      .findOne({ stream: `return:${id}`, type: 'returns.ReturnCancelled' });
    expect(event?.['data']).toMatchObject({ reason: 'They keep the shoes.' });
    const own = { id: rows.ids.return, key: 'own' };
    expect(await application.code('returns', cancelText, own, callers.shopper())).toBeUndefined();
  });
});
