import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import type { Settings } from '../../../../platform/settings/settings.ts';
import type { CatalogSettings } from '../../domain/settings.ts';
import type { MoveConditionStockInput } from '../../generated/resolverTypes.ts';
import type { Condition, ConditionDoc, WriteOffDoc } from '../../store/conditionModels.ts';
import type { Cause } from '../../store/stockStore.ts';
import { oncePerKey, requirePlace, requireVariant, type StockParts } from './stockParts.ts';

/** Units of a SKU at a location. */
export interface PlacedUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** What becomes of returned units that are not sold as new. */
export interface Conditions {
  /** Puts inspected units where their finding says, in the caller's transaction. */
  sort(tx: Tx, units: PlacedUnits, to: Destination, by: Cause): Promise<void>;
  /** Sets units aside that are made to order and cancelled: people decide what becomes of them. */
  setMadeAside(tx: Tx, units: PlacedUnits, by: Cause): Promise<void>;
  /** Moves units on: repaired, sold at a lower price, thrown away. Once per key. */
  move(input: MoveConditionStockInput, by: Cause): Promise<ConditionDoc>;
}

/** Where inspected units go. */
export type Destination = 'ON_SALE' | 'REFURBISH' | 'OUTLET' | 'MADE_TO_ORDER' | 'SCRAPPED' | 'DONATED';

/** Puts units on sale at a location. */
type AddIn = (tx: Tx, units: PlacedUnits, reason: string, by: Cause) => Promise<void>;

const idOf = (sku: string, locationId: string, condition: Condition): string =>
  [sku, locationId, condition].join('@');

export function createConditions(
  parts: StockParts,
  addIn: AddIn,
  settings: Settings<CatalogSettings>,
): Conditions {
  const sort: Conditions['sort'] = async (tx, units, to, by) => {
    if (to === 'ON_SALE') return addIn(tx, units, 'RETURNED', by);
    if (to === 'SCRAPPED' || to === 'DONATED') return writeOff(parts, tx, units, { why: to, by });
    const outlet = to === 'OUTLET' ? await outletSku(parts, units.sku, settings) : undefined;
    if (outlet !== undefined) return addIn(tx, { ...units, sku: outlet }, 'RETURNED', by);
    await change(parts, tx, { ...units, condition: to, delta: units.quantity }, by);
  };
  return {
    sort,
    setMadeAside: async (tx, units, by) => {
      const delta = units.quantity;
      await change(parts, tx, { ...units, condition: 'MADE_TO_ORDER', delta, reason: 'MADE_TO_ORDER' }, by);
    },
    move: async (input, by) => {
      const { sku, locationId, from, to, quantity } = input;
      requireQuantity(quantity);
      const asSku = input.asSku ?? sku;
      requireWay(from, to, { sku, asSku });
      await requireVariant(parts, asSku);
      await requirePlace(parts, locationId, { closedToo: to === 'SCRAPPED' || to === 'DONATED' });
      const reason = input.reason.trim();
      if (reason === '') throw codedError('BAD_USER_INPUT', 'Give a reason.', { field: 'reason' });
      return oncePerKey(parts, 'moveConditionStock', input, by, async (tx) => {
        const left = await change(parts, tx, { sku, locationId, condition: from, delta: -quantity }, by);
        const units = { sku: to === 'ON_SALE' ? asSku : sku, locationId, quantity };
        if (to === 'SCRAPPED' || to === 'DONATED') await writeOff(parts, tx, units, { why: to, reason, by });
        else if (to === 'ON_SALE') await addIn(tx, units, 'REFURBISHED', by);
        else await change(parts, tx, { sku, locationId, condition: 'OUTLET', delta: quantity }, by);
        return left;
      });
    },
  };
}

/** Units in a condition go on to another one; outlet goods and what was made for somebody are not sold as the new article. */
function requireWay(
  from: Condition,
  to: MoveConditionStockInput['to'],
  { sku, asSku }: { readonly sku: string; readonly asSku: string },
): void {
  if (from === 'OUTLET' && to === 'OUTLET')
    throw codedError('BAD_USER_INPUT', 'These units are outlet stock already.', { field: 'to' });
  if (from !== 'REFURBISH' && to === 'ON_SALE' && asSku === sku)
    throw codedError('BAD_USER_INPUT', 'These units are sold as an article of their own: name it.', {
      field: 'asSku',
    });
}

/** The article that outlet units of a SKU are sold as, if the retailer has one. */
async function outletSku(
  { models }: StockParts,
  sku: string,
  settings: Settings<CatalogSettings>,
): Promise<string | undefined> {
  const { outletSkuSuffix } = settings.current();
  if (outletSkuSuffix === '') return undefined;
  const found = await models.Variant.exists({ _id: `${sku}${outletSkuSuffix}` });
  return found === null ? undefined : `${sku}${outletSkuSuffix}`;
}

async function change(
  { models, journal }: StockParts,
  tx: Tx,
  at: {
    sku: string;
    locationId: string;
    condition: Condition;
    delta: number;
    reason?: 'MADE_TO_ORDER';
  },
  by: Cause,
): Promise<ConditionDoc> {
  const { sku, locationId, condition, delta, reason } = at;
  const _id = idOf(sku, locationId, condition);
  const before = await models.Condition.findOne({ _id }).session(tx.session).lean<ConditionDoc>();
  const quantity = (before?.quantity ?? 0) + delta;
  if (quantity < 0)
    throw codedError(
      'INVALID_QUANTITY',
      `${before?.quantity ?? 0} units of this article are in this condition here.`,
    );
  const changedAtMs = journal.clock.nowMs();
  const journalSeq = (before?.journalSeq ?? 0) + 1;
  const doc: ConditionDoc = { _id, sku, locationId, condition, quantity, journalSeq, changedAtMs };
  await models.Condition.replaceOne({ _id }, doc, { upsert: true, session: tx.session });
  await journal.append(tx, {
    ...{ stream: `condition:${_id}`, expectedSeq: journalSeq - 1, ...by },
    events: [
      {
        type: 'catalog.ConditionStockChanged',
        data: { sku, locationId, condition, quantity, delta, ...(reason === undefined ? {} : { reason }) },
      },
    ],
  });
  return doc;
}

async function writeOff(
  { models, journal, newId }: StockParts,
  tx: Tx,
  units: PlacedUnits,
  { why, by, reason = 'found so at the inspection' }: { why: WriteOffDoc['why']; by: Cause; reason?: string },
): Promise<void> {
  const writeOffId = newId();
  const row: WriteOffDoc = { _id: writeOffId, ...units, why, reason, atMs: journal.clock.nowMs() };
  await models.WriteOff.create([row], { session: tx.session });
  await journal.append(tx, {
    ...{ stream: `writeOff:${writeOffId}`, expectedSeq: 0, ...by },
    events: [{ type: 'catalog.UnitsWrittenOff', data: { writeOffId, ...units, why } }],
  });
}
