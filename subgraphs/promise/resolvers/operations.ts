import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { staffReason } from '../../../platform/identity/requireReason.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import type { Scope } from '../../../schema/identity.ts';
import { draftRuleSet, publishRuleSet, simulateRuleSet, type Drafted } from '../commands/ruleSets.ts';
import { rollBackRuleSet } from '../commands/rollBackRules.ts';
import { compareRuleSets, findRuleSet, listRuleSets } from '../queries/ruleSets.ts';
import { promotionCodesOf } from '../../../platform/values/promotionCodes.ts';
import { orderedWith } from '../commands/orderedWith.ts';
import { resource } from '../commands/resource.ts';
import { sourceByHandle } from '../commands/source.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { askPromise } from '../queries/askPromise.ts';

const allowed = ({ identity, requestId }: Context, scope: Scope): { actor: string; cause: string } => {
  requireScope(identity, scope);
  return { actor: identity.subject, cause: requestId };
};

/** A trace is made only for those who may read it: it costs time and tells of stock. */
export const mayExplain = ({ identity }: Context): boolean => identity.scopes.includes('rules:read');

/** Orders named one by one that two rule sets source differently. */
const mostChanged = 100;

export const Query: NonNullable<Resolvers['Query']> = {
  promiseSettings: settingsResolvers.read,
  promise: (_parent, { input }, context) => {
    if (
      input.at != null &&
      !mayExplain(context) &&
      input.at < context.application.journal.clock.nowMs() - 60_000
    )
      throw codedError('BAD_USER_INPUT', 'A promise cannot be asked for the past.');
    return askPromise(context.application, {
      ...{ channel: input.channel, currency: input.currency, locale: input.locale ?? 'en' },
      context: input.context ?? undefined,
      atMs: input.at ?? undefined,
      destination: input.destination,
      lines: input.lines,
      methodTypes: input.methodTypes ?? undefined,
      maxSplits: input.maxSplits ?? undefined,
      effort: input.effort ?? undefined,
      explain: mayExplain(context),
      customerGroups: context.identity.groups,
      promotionCodes: input.promotionCodes == null ? undefined : promotionCodesOf(input.promotionCodes),
    });
  },
  orderOptions: async (_parent, { input: { orderId, ask, held } }, { application }) =>
    askPromise(application, {
      ...(await orderedWith(application, orderId)),
      ...{ context: 'CHECKOUT', cartId: orderId, held, explain: false },
      ...{ channel: ask.channel, currency: ask.currency, locale: ask.locale ?? 'en' },
      ...{ destination: ask.destination, lines: ask.lines, methodTypes: ask.methodTypes ?? undefined },
    }),
  optionTerms: (_parent, { input: { handle } }, { application }) => {
    const claim = application.handles.read(handle);
    if (claim === null || claim.expiresAtMs < application.journal.clock.nowMs()) return null;
    const { cartId, currency, methodType, priceMinor, taxMinor, promotionCodes = [] } = claim;
    const price = { amountMinor: priceMinor, currency };
    const tax = { amountMinor: taxMinor, currency };
    return { cartId, methodType, price, tax, promotionCodes: [...promotionCodes] };
  },
  ruleSets: (_parent, args, context) => {
    allowed(context, 'rules:read');
    return listRuleSets(context.application, args);
  },
  ruleSet: async (_parent, { version }, context) => {
    allowed(context, 'rules:read');
    return findRuleSet(context.application, version);
  },
  compareRuleSets: (_parent, { from, to }, context) => {
    allowed(context, 'rules:read');
    return compareRuleSets(context.application, from, to);
  },
  simulateRuleSet: async (_parent, { version, lastOrders }, context) => {
    allowed(context, 'rules:read');
    const { changed, live, draft, orders } = await simulateRuleSet(
      context.application,
      version,
      lastOrders ?? 200,
    );
    return {
      orders,
      live: { ...live, load: [...live.load] },
      draft: { ...draft, load: [...draft.load] },
      changed: changed.slice(0, mostChanged),
    };
  },
  promiseNetwork: (_parent, _args, context) => {
    allowed(context, 'insights:read');
    const { network } = context.application.keeper;
    const { locations, skus } = network.size;
    const services = context.application.keeper.services.size;
    return {
      locations,
      skus,
      services,
      horizonDays: network.rules.horizonDays,
      currenciesWithoutRate: context.application.keeper.currenciesWithoutRate(),
      asOf: context.application.freshness.asOf('STOCK') ?? 0,
    };
  },
};

const draftedResult = (drafted: Drafted) =>
  drafted.kind === 'drafted'
    ? { __typename: 'DraftRuleSetSuccess' as const, ruleSet: drafted.ruleSet }
    : { __typename: 'InvalidRuleSet' as const, faults: [...drafted.faults] };

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  changePromiseSettings: settingsResolvers.change,
  resetPromiseSettings: settingsResolvers.reset,
  draftRuleSet: async (_parent, { input }, context) => {
    const by = allowed(context, 'rules:write');
    return draftedResult(await draftRuleSet(context.application, input, by));
  },
  rollBackRuleSet: async (_parent, { input }, context) => {
    const by = allowed(context, 'rules:write');
    return draftedResult(await rollBackRuleSet(context.application, input, by));
  },
  publishRuleSet: (_parent, { version, at, reason: given }, context) => {
    const by = allowed(context, 'rules:write');
    const reason = staffReason(context.identity, given);
    return publishRuleSet(context.application, { version, atMs: at ?? undefined, reason }, by);
  },
  sourceOrder: (_parent, { input }, context) => {
    allowed(context, 'system');
    return sourceByHandle(context.application, input);
  },
  resourceOrder: (_parent, { input }, context) => {
    allowed(context, 'system');
    return resource(context.application, input);
  },
};
