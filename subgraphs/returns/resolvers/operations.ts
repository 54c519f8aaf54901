import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { afterFilter, connectionOf, readPage } from '../../../platform/graph/connection.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { returnGift } from '../commands/returnGift.ts';
import { payExchange } from '../commands/exchange.ts';
import { acceptWalkIn } from '../commands/walkIn.ts';
import { requestReturn, type RequestOutcome } from '../commands/requestReturn.ts';
import { madeLinesOf } from '../commands/madeLines.ts';
import { act, requireReceiving, type ReturnWork } from '../commands/work.ts';
import type { Context } from '../context.ts';
import { costed } from '../domain/costedInspection.ts';
import { decideCancel, decideInspect, decideReceive, decideReject } from '../domain/decide.ts';
import { isRetailersFault } from '../domain/terms.ts';
import { decideEarlyRefund } from '../domain/ends.ts';
import { evolveReturn } from '../domain/evolve.ts';
import type { ReturnEvent, ReturnState } from '../domain/return.ts';
import type { ReturnsApplication } from '../application.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { returnStatistics } from '../queries/statistics.ts';
import { returnsChanged } from '../queries/returnsChanged.ts';
import { mayDecide, mayRead, rowsOf } from '../queries/rowsOf.ts';
import type { ReturnDoc } from '../store/models.ts';
import { findReturn } from './access.ts';

const known = ({ identity }: Context): void => {
  if (identity.kind === 'anonymous')
    throw codedError('UNAUTHENTICATED', 'This needs a token; sign in and try again.');
};
const must = async (context: Context, id: string): Promise<ReturnDoc> => {
  const found = await findReturn(context, id);
  if (found === null) throw notFound('return');
  return found;
};
/** The caller's key by its name of now or of before; without one the call is refused. */
const keyOf = (input: {
  readonly idempotencyKey?: string | null | undefined;
  readonly key?: string | null | undefined;
}): string => input.idempotencyKey ?? input.key ?? '';

/** Words that were given; BAD_USER_INPUT for too many. */
function given(reason: string | null | undefined): string | undefined {
  const words = reason?.trim() ?? '';
  if (words.length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.', { field: 'reason' });
  return words === '' ? undefined : words;
}

const work = (context: Context, operation: string, id: string, key: string, input: unknown): ReturnWork => {
  const { identity: who, requestId } = context;
  const may = operation === 'receiveReturn' ? mayRead : mayDecide;
  return { operation, id, key, input, who, requestId, may };
};

/** Received, and paid back at once where a rule says so. */
const withEarlyRefund = (
  before: ReturnState | undefined,
  events: readonly ReturnEvent[],
  { settings, journal }: ReturnsApplication,
): ReturnEvent[] => {
  const now = journal.clock.nowMs();
  const after = events.reduce<ReturnState | undefined>(
    (state, event) => evolveReturn(state, event, now),
    before,
  );
  const early = after === undefined ? [] : decideEarlyRefund(after, 'RECEIVED', settings.current());
  return [...events, ...early];
};

/** The outcome of asking for a return, as a union member. */
async function requestResult(context: Context, outcome: RequestOutcome) {
  if (outcome.kind === 'requested')
    return { __typename: 'RequestReturnSuccess' as const, return: await must(context, outcome.returnId) };
  return { __typename: 'NotReturnable' as const, ...outcome };
}

export const Query: NonNullable<Resolvers['Query']> = {
  returnsSettings: settingsResolvers.read,
  returnStatistics: async (_parent, { from, until, by }, context) => {
    requireScope(context.identity, 'insights:read');
    const of = { fromMs: from, untilMs: until, by: by ?? 'REASON' };
    return (await returnStatistics(context.application, of)).map(({ costMinor, ...row }) => ({
      ...row,
      cost: { amountMinor: costMinor, currency: row.currency },
    }));
  },
  return: (_parent, { id }, context) => {
    known(context);
    return findReturn(context, id);
  },
  returns: async (_parent, args, context) => {
    known(context);
    const page = readPage(args, { list: 'returns', key: ['number', 'text'] });
    const filter = {
      ...rowsOf(context.identity),
      ...(args.orderId == null ? {} : { orderId: args.orderId }),
      ...(args.status == null ? {} : { status: { $in: [...args.status] } }),
    };
    const bounds = page.after
      ? { $and: [filter, afterFilter(['requestedAtMs', '_id'], page.after, true)] }
      : filter;
    const rows = await context.application.model
      .find(builtFilter<ReturnDoc>(bounds))
      .sort({ requestedAtMs: -1, _id: -1 })
      .limit(page.first + 1)
      .lean<ReturnDoc[]>();
    return connectionOf(rows, page, (row) => [row.requestedAtMs, row._id]);
  },
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  changeReturnsSettings: settingsResolvers.change,
  resetReturnsSettings: settingsResolvers.reset,
  requestReturn: async (_parent, { input }, context) => {
    known(context);
    const { application, identity, requestId } = context;
    return requestResult(context, await requestReturn(application, input, identity, requestId));
  },
  returnGift: async (_parent, { input }, context) => {
    known(context);
    const { application, identity, requestId } = context;
    return requestResult(context, await returnGift(application, input, identity, requestId));
  },
  payExchange: async (_parent, { input }, context) => {
    known(context);
    return must(context, await payExchange(context.application, input, context.identity));
  },
  acceptWalkIn: async (_parent, { input }, context) => {
    requireScope(context.identity, 'returns:work');
    const { application, identity, requestId } = context;
    return requestResult(context, await acceptWalkIn(application, input, identity, requestId));
  },
  cancelReturn: async (_parent, { id, reason, ...keys }, context) => {
    known(context);
    const why = given(reason);
    const input = why === undefined ? {} : { reason: why };
    const { application, identity } = context;
    const done = await act(application, work(context, 'cancelReturn', id, keyOf(keys), input), (state) => {
      if (state !== undefined) requireReason(identity, state.owner, why);
      return decideCancel(state, 'CUSTOMER', why);
    });
    return must(context, done);
  },
  rejectReturn: async (_parent, { id, reason, ...keys }, context) => {
    requireScope(context.identity, 'returns:work');
    if (reason.length > 500) throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.');
    const done = await act(
      context.application,
      work(context, 'rejectReturn', id, keyOf(keys), { reason }),
      (state) => decideReject(state, reason),
    );
    return must(context, done);
  },
  receiveReturn: async (_parent, { input }, context) => {
    requireScope(context.identity, 'returns:work');
    const { id, locationId, lines } = input;
    const reason = given(input.reason);
    const { identity, application } = context;
    if (identity.kind === 'associate' && !(identity.locationIds ?? []).includes(locationId))
      throw codedError('FORBIDDEN', 'Returns are received at a location of your own.');
    await requireReceiving(application, locationId);
    const now = application.journal.clock.nowMs();
    const done = await act(
      application,
      work(context, 'receiveReturn', id, keyOf(input), { locationId, lines }),
      (state) =>
        withEarlyRefund(state, decideReceive(state, lines ?? [], locationId, now, reason), application),
    );
    return must(context, done);
  },
  inspectReturn: async (_parent, { input }, context) => {
    requireScope(context.identity, 'returns:work');
    const { id, findings } = input;
    const reason = given(input.reason);
    const settings = context.application.settings.current();
    const madeLines = await madeLinesOf(context.application, id, context.requestId);
    const done = await act(
      context.application,
      work(context, 'inspectReturn', id, keyOf(input), { findings }),
      (state) =>
        costed(
          state,
          decideInspect(state, findings, (why) => isRetailersFault(settings, why), { reason, madeLines }),
          settings.returnCosts,
        ),
    );
    return must(context, done);
  },
};

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  returnsChanged: {
    subscribe: (_parent, { filter }, context) => {
      known(context);
      return returnsChanged(context.application, context.identity, filter ?? {}, context.signal);
    },
    resolve: (changed: ReturnDoc) => changed,
  },
};
