import { orNull } from '../../../platform/graph/orNull.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import type { LocationCall } from '../commands/locationCall.ts';
import type { Context } from '../context.ts';
import { checkedHours, checkedLimits, checkedUntil } from '../domain/throttleInput.ts';
import { inForce, type ThrottleTerms } from '../domain/throttle.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { carrierPickups } from '../queries/pickups.ts';
import { openPickBatches, sharesIn, zonesOf } from '../queries/pickLists.ts';
import { makingQueue } from '../queries/making.ts';
import { competitiveOffers } from '../queries/offers.ts';
import { readWorkList } from '../queries/workList.ts';
import { dateIn } from '../../../platform/values/time.ts';
import type { ManifestDoc, PickBatchDoc, ThrottleDoc } from '../store/siteDocs.ts';

const call = (
  { identity, requestId }: Context,
  { idempotencyKey: key }: { readonly idempotencyKey: string },
): LocationCall => ({ identity, requestId, key });

export const Query: Pick<
  NonNullable<Resolvers['Query']>,
  | 'workList'
  | 'makingQueue'
  | 'competitiveOffers'
  | 'pickBatch'
  | 'openPickBatches'
  | 'carrierPickups'
  | 'carrierManifest'
> = {
  workList: (_parent, { locationId, first }, { application, identity }) =>
    readWorkList(application, identity, locationId, first ?? 100),
  makingQueue: (_parent, { locationId, craft }, { application, identity }) => {
    const nowMs = application.journal.clock.nowMs();
    return makingQueue(application.models, identity, { locationId, craft: craft ?? undefined, nowMs });
  },
  competitiveOffers: (_parent, { locationId }, { application, identity }) =>
    competitiveOffers(application, identity, locationId),
  pickBatch: async (_parent, { id }, { application, identity }) => {
    const found = await application.models.PickBatch.findOne({ _id: id }).lean<PickBatchDoc>();
    return found !== null && mayReadRow(identity, { locationIds: [found.locationId] }, 'location')
      ? found
      : null;
  },
  openPickBatches: (_parent, { locationId }, { application, identity }) =>
    openPickBatches(application.models, identity, locationId),
  carrierPickups: (_parent, { locationId }, { application, identity }) =>
    carrierPickups(application.models, identity, { locationId, nowMs: application.journal.clock.nowMs() }),
  carrierManifest: async (_parent, { id }, { application, identity }) => {
    const found = await application.models.Manifest.findOne({ _id: id }).lean<ManifestDoc>();
    return found !== null && mayReadRow(identity, { locationIds: [found.locationId] }, 'location')
      ? found
      : null;
  },
};

export const Mutation: Pick<
  NonNullable<Resolvers['Mutation']>,
  | 'startPickBatch'
  | 'releaseWave'
  | 'scanPick'
  | 'finishPickBatch'
  | 'cancelPickBatch'
  | 'setBins'
  | 'offerToLocations'
  | 'claimOffer'
  | 'closeManifest'
  | 'pauseLocation'
  | 'resumeLocation'
  | 'limitLocation'
  | 'setOpeningToday'
> = {
  startPickBatch: (_parent, { input }, context) => {
    const { locationId, fulfillmentOrderIds } = input;
    return context.application.pickBatches.start(call(context, input), locationId, fulfillmentOrderIds);
  },
  releaseWave: (_parent, { input }, context) => {
    const { locationId, dueBy: dueByMs, serviceCodes, most } = input;
    const wave = { locationId, dueByMs, serviceCodes: serviceCodes ?? [], most: most ?? 20 };
    return context.application.pickBatches.releaseWave(call(context, input), wave);
  },
  scanPick: (_parent, { input }, context) => {
    const { batchId, code, quantity, fulfillmentOrderId } = input;
    const scan = { code: code.trim(), quantity: quantity ?? 1, fulfillmentOrderId };
    return context.application.pickBatches.scan(call(context, input), batchId, scan);
  },
  finishPickBatch: (_parent, { input }, context) =>
    context.application.pickBatches.finish(call(context, input), input.batchId, input.short ?? []),
  cancelPickBatch: (_parent, { input }, context) =>
    context.application.pickBatches.cancel(call(context, input), input.batchId, input.reason),
  offerToLocations: (_parent, { input }, context) => {
    const { id, locationIds, reason } = input;
    return context.application.competition.offer(call(context, input), id, locationIds, reason);
  },
  claimOffer: async (_parent, { input }, context) => {
    const { id, locationId } = input;
    const orderId = await context.application.competition.claim(call(context, input), id, locationId);
    return { offerId: id, order: { id: orderId }, location: await context.loaders.location.load(locationId) };
  },
  setBins: async (_parent, { input }, context) => ({
    changed: await context.application.bins.set(call(context, input), input.locationId, input.bins),
  }),
  closeManifest: (_parent, { input }, context) => {
    const { locationId, serviceCodes, dueBy } = input;
    const pickup = { locationId, serviceCodes, dueByMs: dueBy ?? undefined };
    return context.application.manifests.close(call(context, input), pickup);
  },
  pauseLocation: (_parent, { input }, context) => {
    const { locationId, until, reason } = input;
    return context.application.throttles.change(call(context, input), {
      ...{ locationId, operation: 'pauseLocation', input: { until }, reason },
      terms: (before, { nowMs }) => ({ ...before, pausedUntilMs: checkedUntil(until, nowMs) }),
    });
  },
  resumeLocation: (_parent, { input }, context) => {
    const { locationId, reason } = input;
    return context.application.throttles.change(call(context, input), {
      ...{ locationId, operation: 'resumeLocation', input: {}, reason },
      terms: ({ pausedUntilMs: _over, ...rest }) => rest,
    });
  },
  limitLocation: (_parent, { input }, context) => {
    const { locationId, reason, until, maxPerHour, maxPerStep } = input;
    const asked = { maxPerHour, maxPerStep: maxPerStep ?? [] };
    return context.application.throttles.change(call(context, input), {
      ...{ locationId, operation: 'limitLocation', input: { until, ...asked }, reason },
      terms: ({ limits: _before, ...rest }, { nowMs }) => {
        const limits = checkedLimits(asked, checkedUntil(until, nowMs));
        return limits === undefined ? rest : { ...rest, limits };
      },
    });
  },
  setOpeningToday: (_parent, { input }, context) => {
    const { locationId, reason, hours } = input;
    return context.application.throttles.change(call(context, input), {
      ...{ locationId, operation: 'setOpeningToday', input: { hours }, reason },
      terms: ({ today: _before, ...rest }, { nowMs, timeZone }) =>
        hours == null
          ? rest
          : { ...rest, today: { day: dateIn(nowMs, timeZone).toString(), hours: checkedHours(hours) } },
    });
  },
};

/** What of a throttle still holds now. */
async function holding(throttle: ThrottleDoc, { loaders, application }: Context): Promise<ThrottleTerms> {
  const { timeZone } = await loaders.location.load(throttle._id);
  return inForce(throttle, application.journal.clock.nowMs(), timeZone);
}

export const types: Pick<
  Resolvers,
  'OfferedLine' | 'PickBatch' | 'PickEntry' | 'CarrierManifest' | 'ManifestEntry' | 'LocationThrottle'
> = {
  PickBatch: {
    id: (batch) => batch._id,
    location: ({ locationId }, _args, { loaders }) => loaders.location.load(locationId),
    fulfillmentOrders: async ({ fulfillmentOrderIds }, _args, { loaders }) => {
      const found = await Promise.all(
        fulfillmentOrderIds.map((id) => orNull(loaders.fulfillmentOrder.load(id))),
      );
      return found.filter((work) => work !== null).sort((a, b) => a.dueAt.handoverMs - b.dueAt.handoverMs);
    },
    zones: (batch, _args, { application }) => zonesOf(application.models, batch),
    units: async (batch, _args, { application }) =>
      (await sharesIn(application.models, batch)).reduce((sum, share) => sum + share.quantity, 0),
    scanned: async (batch, _args, { application }) =>
      (await sharesIn(application.models, batch)).reduce((sum, share) => sum + share.scanned, 0),
    createdAt: (batch) => batch.createdAtMs,
  },
  OfferedLine: {
    variant: ({ sku }) => ({ sku }),
    customisation: ({ customisation }) => customisation ?? null,
  },
  PickEntry: { variant: ({ sku }) => ({ sku }) },
  CarrierManifest: {
    id: (manifest) => manifest._id,
    location: ({ locationId }, _args, { loaders }) => loaders.location.load(locationId),
    closedAt: (manifest) => manifest.closedAtMs,
    parcels: ({ entries }) => entries.reduce((sum, entry) => sum + entry.parcels, 0),
    weightGrams: ({ entries }) => entries.reduce((sum, entry) => sum + entry.weightGrams, 0),
    serviceCodes: ({ serviceCodes }) => [...serviceCodes],
    entries: ({ entries }) => [...entries],
    leftOut: ({ leftOut }) => [...leftOut],
  },
  ManifestEntry: {
    shipment: ({ shipmentId }) => ({ id: shipmentId }),
    handedOverAt: ({ handedOverAtMs }) => handedOverAtMs ?? null,
  },
  LocationThrottle: {
    locationId: (throttle) => throttle._id,
    takesOrders: ({ told }) => told.takesOrders,
    heldBackBy: ({ told }) => told.heldBackBy ?? null,
    pausedUntil: async (throttle, _args, context) => (await holding(throttle, context)).pausedUntilMs ?? null,
    maxPerHour: async (throttle, _args, context) =>
      (await holding(throttle, context)).limits?.maxPerHour ?? null,
    maxPerStep: async (throttle, _args, context) =>
      (await holding(throttle, context)).limits?.maxPerStep ?? [],
    limitedUntil: async (throttle, _args, context) =>
      (await holding(throttle, context)).limits?.untilMs ?? null,
    today: async (throttle, _args, context) => (await holding(throttle, context)).today ?? null,
    changedAt: (throttle) => throttle.changedAtMs,
  },
};
