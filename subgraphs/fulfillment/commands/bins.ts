import { codedError } from '../../../platform/errors/codedError.ts';
import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventOf } from '../domain/fulfillmentOrder.ts';
import type { BinInput } from '../generated/resolverTypes.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { BinLogDoc } from '../store/siteDocs.ts';
import { ownLocation } from '../store/ownRow.ts';
import { causeOf, scopeOf, type LocationCall } from './locationCall.ts';

/** Where articles lie at locations. */
export interface Bins {
  /** How many articles have another place than before. */
  set(call: LocationCall, locationId: string, bins: readonly BinInput[]): Promise<number>;
}

/** Where one article lies; without zone nobody says so any more. */
interface Place {
  readonly sku: string;
  readonly zone?: string;
  readonly bin?: string;
}

const mostBins = 1_000;

export function createBins(deps: {
  models: FulfillmentModels;
  journal: Journal;
  idempotency: Idempotency;
}): Bins {
  const { models, journal, idempotency } = deps;
  const log: Aggregate<BinLogDoc, EventOf<'fulfillment.BinsSet'>> = defineAggregate({
    name: 'bins',
    model: models.BinLog,
    evolve: (_state, { data: { locationId } }) => ({ _id: locationId }),
  });
  const setIn = async (tx: Tx, call: LocationCall, locationId: string, wanted: Place[]): Promise<number> => {
    const idOf = ({ sku }: Pick<Place, 'sku'>): string => `${locationId}|${sku}`;
    const ids = wanted.map(idOf);
    const known = await models.Bin.find({ _id: trusted({ $in: ids }) })
      .session(tx.session)
      .lean();
    const before = new Map(known.map((row) => [row._id, row]));
    const changed = wanted.filter((place) => {
      const row = before.get(idOf(place));
      return row?.zone !== place.zone || row?.bin !== place.bin;
    });
    if (changed.length === 0) return 0;
    const kept = changed.flatMap(({ zone, ...place }) =>
      zone === undefined ? [] : [{ _id: idOf(place), locationId, ...place, zone }],
    );
    await replaceMany(models.Bin, tx, kept, before);
    const gone = changed.filter((place) => place.zone === undefined).map(idOf);
    await models.Bin.deleteMany({ _id: trusted({ $in: gone }) }, { session: tx.session });
    await runDecision(journal, log, {
      ...{ id: locationId, tx, ...causeOf(call) },
      decide: () => [{ type: 'fulfillment.BinsSet' as const, data: { locationId, bins: changed } }],
    });
    return changed.length;
  };
  return {
    set: async (call, locationId, bins) => {
      await ownLocation(models, call.identity, locationId);
      const wanted = checked(bins);
      await requireKnown(models, wanted);
      const scope = scopeOf(call, 'setBins', { locationId, bins: wanted });
      const { result } = await journal.exclusive(`bins:${locationId}`, () =>
        idempotency.once(scope, (tx) => setIn(tx, call, locationId, wanted)),
      );
      return result;
    },
  };
}

const nameOf = (value: string | null | undefined, field: string): string | undefined => {
  if (value == null) return undefined;
  const name = value.trim();
  if (name === '' || name.length > 40)
    throw codedError('BAD_USER_INPUT', `A ${field} has 1 to 40 characters.`, { field });
  return name;
};

function checked(bins: readonly BinInput[]): Place[] {
  if (bins.length < 1 || bins.length > mostBins)
    throw codedError('BAD_USER_INPUT', `One call takes 1 to ${mostBins} places.`, { field: 'bins' });
  if (new Set(bins.map(({ sku }) => sku)).size < bins.length)
    throw codedError('BAD_USER_INPUT', 'An article is named twice; name it once.', { field: 'bins' });
  return bins.map(({ sku, zone: givenZone, bin: givenBin }) => {
    const [zone, bin] = [nameOf(givenZone, 'zone'), nameOf(givenBin, 'bin')];
    if (zone === undefined && bin !== undefined)
      throw codedError('BAD_USER_INPUT', `The bin of ${sku} needs its zone.`, { field: 'zone' });
    return { sku, ...(zone === undefined ? {} : { zone }), ...(bin === undefined ? {} : { bin }) };
  });
}

/** Articles are checked where they enter. */
async function requireKnown({ VariantWeight }: FulfillmentModels, wanted: readonly Place[]): Promise<void> {
  const skus = wanted.map(({ sku }) => sku);
  const found = await VariantWeight.find({ _id: trusted({ $in: skus }) }, { _id: 1 }).lean();
  const known = new Set(found.map((row) => row._id));
  const unknown = skus.filter((sku) => !known.has(sku));
  if (unknown.length > 0)
    throw codedError('UNKNOWN_SKU', `No variant has the SKU ${unknown.slice(0, 5).join(', ')}.`, {
      skus: unknown.slice(0, 50),
    });
}
