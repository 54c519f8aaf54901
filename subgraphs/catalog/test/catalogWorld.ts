import { afterAll, beforeAll } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';

export interface Position {
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
  readonly safetyStock: number;
  readonly availableToPromise: number;
  readonly shortBy: number;
  readonly awaited: number;
  readonly drawnAhead: number;
  readonly incoming: readonly { readonly id: string; readonly quantity: number }[];
}
export interface Units {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future?: boolean;
}
export interface Held {
  readonly id: string;
  readonly state: string;
  readonly lines: readonly {
    readonly locationId: string;
    readonly quantity: number;
    readonly committed: number;
    readonly released: number;
  }[];
}
export interface Outcome {
  readonly reservation?: Held;
  readonly shortages?: readonly { readonly requested: number; readonly available: number }[];
}
export interface Imported {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly key: string; readonly code: string }[];
}

const positionFields =
  'onHand reserved softReserved safetyStock availableToPromise shortBy awaited drawnAhead incoming { id quantity }';
const heldFields = 'id state lines { locationId quantity committed released }';
const outcomeFields = `... on ReserveStockSuccess { reservation { ${heldFields} } }
  ... on ReservationOutOfStock { shortages { requested available } }`;
const change = (name: string, type: string, fields: string) =>
  `mutation($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
const onLines = (name: string, list: string) =>
  `mutation($id: ID!, $key: String!, $lines: ${list}) { done: ${name}(id: $id, idempotencyKey: $key, lines: $lines) { ${heldFields} } }`;

export const importProducts = change(
  'importProducts',
  'ImportProductsInput',
  'changed unchanged refused { key code }',
);
export const importStock = change(
  'importStock',
  'ImportStockInput',
  'changed unchanged refused { key code }',
);
export const adjust = change(
  'adjustStock',
  'AdjustStockInput',
  `__typename ... on AdjustStockSuccess { position { ${positionFields} } }
   ... on AdjustmentBelowReserved { position { ${positionFields} } }`,
);
export const announce = change('announceReceipt', 'AnnounceReceiptInput', positionFields);
export const receive = change('receiveStock', 'ReceiveStockInput', positionFields);
export const setSafety = change('setSafetyStock', 'SetSafetyStockInput', positionFields);
export const reserveText = change('reserveStock', 'ReserveStockInput', outcomeFields);
export const transferText = change('transferReservation', 'TransferReservationInput', outcomeFields);
export const releaseText = onLines('releaseReservation', '[ReservationLineInput!]');
export const commitText = onLines('commitReservation', '[ReservationLineInput!]!');

export const expectedAt = '2026-03-20T08:00:00Z';

/** The catalogue of a trading application of this file's own; its stock must be sound when the cases are over. */
export function useCatalogue() {
  let application: TradingApplication;
  let keys = 0;

  const done = async <T>(query: string, variables: object): Promise<T> => {
    const { done: outcome } = await application.ok<{ done: T }>('catalog', query, variables);
    await application.settle();
    return outcome;
  };
  const position = async (sku: string, locationId = 'warehouse'): Promise<Position> => {
    const query = `query($sku: ID!, $at: ID!) { stockPositions(sku: $sku, locationId: $at) { edges { node { ${positionFields} } } } }`;
    type Answer = { stockPositions: { edges: { node: Position }[] } };
    const { stockPositions } = await application.ok<Answer>('catalog', query, { sku, at: locationId });
    const [edge] = stockPositions.edges;
    if (edge === undefined) throw new Error(`There is no position of ${sku} at ${locationId}.`);
    return edge.node;
  };
  const units = (sku: string, quantity: number, locationId = 'warehouse', future = false): Units => ({
    ...{ sku, locationId, quantity, future },
  });
  const ask = (lines: Units[], more: object = {}): Promise<Outcome> =>
    done<Outcome>(reserveText, {
      input: { idempotencyKey: `reserve-${++keys}`, state: 'FIRM', lines, ...more },
    });
  const held = async (lines: Units[], more: object = {}): Promise<Held> => {
    const { reservation } = await ask(lines, more);
    if (reservation === undefined) throw new Error('There were not enough units.');
    return reservation;
  };
  const release = (id: string, key: string, lines?: Units[]) => done<Held>(releaseText, { id, key, lines });
  const commit = (id: string, key: string, lines: Units[]) => done<Held>(commitText, { id, key, lines });
  /** An input with a key that nobody used before. */
  const keyed = (input: object) => ({ input: { idempotencyKey: `key-${++keys}`, ...input } });
  const adjusted = (sku: string, delta: number, key = `adjust-${++keys}`) =>
    done<{ __typename: string; position: Position }>(adjust, {
      input: { idempotencyKey: key, sku, locationId: 'warehouse', delta, reason: 'COUNT' },
    });
  /** A variant of its own for each case, with stock in the warehouse. */
  const fresh = async (sku: string, onHand: number, more: object = {}): Promise<string> => {
    await application.sell({ sku, ...more });
    if (onHand > 0) await application.stock(sku, 'warehouse', onHand);
    return sku;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });
  return {
    get application() {
      return application;
    },
    /** `data` of an operation that must succeed. */
    ok: <T>(query: string, variables: object = {}) => application.ok<T>('catalog', query, variables),
    /** The code of an operation that must fail. */
    code: (query: string, variables: object = {}, who?: Identity) =>
      application.code('catalog', query, variables, who),
    ...{ done, position, units, ask, held, release, commit, adjusted, fresh, keyed },
  };
}
