import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { openReturnDesk, type ReturnDesk } from '../support/returnDesk.ts';
import { callers } from '../support/world.ts';
import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
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

describe('staff who ask for a return for a customer', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  it('say why, and the journal keeps it; customers need not', async () => {
    const { application, buyer } = desk;
    const { orderId, lineId } = await desk.delivered(3);
    const text = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
      ... on RequestReturnSuccess { return { id } } } }`;
    const lines = [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }];
    const input = (idempotencyKey: string, reason?: string) => ({
      input: { orderId, method: 'IN_STORE', lines, idempotencyKey, reason },
    });
    const agent = callers.agent(['orders:write']);
    const ask = (key: string, reason?: string) =>
      application.code('returns', text, input(key, reason), agent);
    expect(await ask('why-0')).toBe('BAD_USER_INPUT');
    expect(await ask('why-0', '  ')).toBe('BAD_USER_INPUT');
    expect(await ask('why-0', 'x'.repeat(501))).toBe('BAD_USER_INPUT');
    expect(await ask('why-0', 'They rang.')).toBeUndefined();
    // The words belong to what the key stands for.
    expect(await ask('why-0', 'They wrote.')).toBe('IDEMPOTENCY_KEY_REUSED');
    const asked = await application
      .database('returns')
      .collection('journal')
      .findOne({ type: 'returns.ReturnRequested', 'data.orderId': orderId });
    expect(asked?.['data']).toMatchObject({ counterReason: 'They rang.' });
    expect(await application.code('returns', text, input('own'), buyer.who)).toBeUndefined();
  });
});

describe('staff who decide for the retailer', () => {
  let application: TradingApplication;
  let rows: CustomerRows;
  beforeAll(async () => {
    application = await openTradingApplication();
    rows = (await openRows(application)).web;
  });
  afterAll(() => application.stop());

  type Case = [
    command: string,
    of: {
      subgraph: 'catalog' | 'orders' | 'promise' | 'shipping';
      type: string;
      text: (reason: string) => string;
    },
  ];
  const input = (name: string, given: string) => (reason: string) =>
    `mutation { ${name}(input: { ${given} ${reason} }) { __typename } }`;
  const cases: Case[] = [
    [
      'setSafetyStock',
      {
        subgraph: 'catalog',
        type: 'catalog.StockChanged',
        text: input('setSafetyStock', 'sku: "shoe" locationId: "warehouse" safetyStock: 2'),
      },
    ],
    [
      'saveChannel',
      {
        subgraph: 'orders',
        type: 'orders.ChannelSaved',
        text: input('saveChannel', 'code: "kiosk" name: "Kiosk" sellers: [AGENT] paymentMethods: [CARD]'),
      },
    ],
    [
      'publishRuleSet',
      {
        subgraph: 'promise',
        type: 'promise.RuleSetPublished',
        text: (reason) => `mutation { publishRuleSet(version: "DRAFT" ${reason}) { state } }`,
      },
    ],
    [
      'voidShipment',
      {
        subgraph: 'shipping',
        type: 'shipping.ShipmentVoided',
        text: (reason) => `mutation { voidShipment(id: "SHIPMENT" idempotencyKey: "why" ${reason}) { id } }`,
      },
    ],
  ];
  /** What the texts name: a draft, and the shipment of a return, which nobody has handed over. */
  const known = async (text: string): Promise<string> => {
    const draft = `mutation { draftRuleSet(input: { name: "Why", rulesJson: ${JSON.stringify(JSON.stringify(defaultRules))} }) {
      ... on DraftRuleSetSuccess { ruleSet { version } } } }`;
    type Drafted = { draftRuleSet: { ruleSet: { version: string } } };
    const { draftRuleSet } = await application.ok<Drafted>('promise', draft);
    const back = await application
      .database('shipping')
      .collection<{ _id: string }>('shipments')
      .findOne({ returnId: rows.ids.return });
    return text.replace('DRAFT', draftRuleSet.ruleSet.version).replace('SHIPMENT', back?._id ?? '');
  };

  it.each(cases)('by %s say why, and the journal keeps it', async (_name, { subgraph, type, text }) => {
    const tried = async (reason: string) =>
      application.code(subgraph, await known(text(reason)), {}, callers.admin);
    expect(await tried('')).toBe('BAD_USER_INPUT');
    expect(await tried('reason: "  "')).toBe('BAD_USER_INPUT');
    expect(await tried(`reason: "${'x'.repeat(501)}"`)).toBe('BAD_USER_INPUT');
    const before = await application.database(subgraph).collection('journal').countDocuments({ type });
    expect(await tried('reason: " The fair is in town. "')).toBeUndefined();
    const told = await application.database(subgraph).collection('journal').find({ type }).toArray();
    expect(told.length).toBe(before + 1);
    const said = told.map(({ data }) => (data as { note?: string; reason?: string }).note ?? data['reason']);
    expect(said).toContain('The fair is in town.');
    expect(told.find(({ actor }) => actor === 'admin-1')).toBeDefined();
  });
});
