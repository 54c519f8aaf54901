import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { rowOf, type ActionCall } from '../commands/actOnWork.ts';
import { importLocations } from '../commands/importLocations.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { listFulfillmentOrders, listLocations } from '../queries/lists.ts';
import { readUnitsAtLocations } from '../queries/unitsAtLocations.ts';
import { orNull } from '../../../platform/graph/orNull.ts';

interface ActionInput {
  readonly id: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Its earlier name. */
  readonly key?: string | null | undefined;
}

/** The caller of an action on one fulfillment order. */
const caller = ({ identity, requestId }: Context, { id, key, idempotencyKey }: ActionInput): ActionCall => {
  requireScope(identity, 'fulfillment:work');
  return { id, key: idempotencyKey ?? key, identity, requestId };
};

export const Query: NonNullable<Resolvers['Query']> = {
  fulfillmentSettings: settingsResolvers.read,
  unitsAtLocations: (_parent, { orderIds }, { identity, application }) => {
    requireScope(identity, 'system');
    return readUnitsAtLocations(application.models, orderIds);
  },
  location: (_parent, { id }, { loaders }) => orNull(loaders.location.load(id)),
  locations: (_parent, args, { application }) => listLocations(application.models, args),
  fulfillmentOrder: async (_parent, { id }, { identity, loaders }) => {
    const found = await orNull(loaders.fulfillmentOrder.load(id));
    return found !== null && mayReadRow(identity, rowOf(found)) ? found : null;
  },
  fulfillmentOrders: (_parent, args, { identity, application }) => {
    return listFulfillmentOrders(application.models, args, identity, application.openFromMs());
  },
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  changeFulfillmentSettings: settingsResolvers.change,
  resetFulfillmentSettings: settingsResolvers.reset,
  importLocations: (_parent, { input }, { identity, requestId, application }) => {
    requireScope(identity, 'locations:write');
    return importLocations(application, input, { actor: identity.subject, cause: requestId });
  },
  acceptFulfillmentOrder: (_parent, { input }, context) =>
    context.application.actions.accept(caller(context, input)),
  rejectFulfillmentOrder: (_parent, { input }, context) =>
    context.application.actions.reject(caller(context, input), input.reason),
  startPicking: (_parent, { input }, context) =>
    context.application.actions.startPicking(caller(context, input)),
  pickFulfillmentOrder: (_parent, { input }, context) =>
    context.application.actions.pick(caller(context, input), input.lines ?? []),
  startMaking: (_parent, { input }, context) =>
    context.application.actions.startMaking(caller(context, input)),
  finishMaking: (_parent, { input }, context) =>
    context.application.actions.finishMaking(caller(context, input)),
  packFulfillmentOrder: (_parent, { input }, context) => {
    const parcels = input.parcels ?? [];
    if (parcels.length > 100) throw codedError('BAD_USER_INPUT', 'One call takes at most 100 parcels.');
    return context.application.actions.pack(caller(context, input), parcels);
  },
  labelFulfillmentOrder: (_parent, { input }, context) =>
    context.application.actions.label(caller(context, input)),
  voidLabel: (_parent, { input }, context) =>
    context.application.corrections.voidLabel(caller(context, input), input.reason),
  unpickFulfillmentOrder: (_parent, { input }, context) =>
    context.application.corrections.unpick(caller(context, input), input.reason),
  reportFailedUnits: (_parent, { input }, context) =>
    context.application.corrections.reportFailed(caller(context, input), input.lines),
  handOverFulfillmentOrder: (_parent, { input }, context) =>
    context.application.actions.handOver(caller(context, input)),
  readyForCollection: (_parent, { input }, context) =>
    context.application.actions.readyForCollection(caller(context, input)),
  collectUnits: (_parent, { input, proof }, context) =>
    context.application.actions.collect(caller(context, input), {
      units: input.lines,
      proof: proof ?? undefined,
    }),
  collectFulfillmentOrder: (_parent, { input, proof }, context) =>
    context.application.actions.collect(caller(context, input), { proof: proof ?? undefined }),
};
