import { notFound } from '../../../platform/errors/codedError.ts';
import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { PromiseApplication } from '../application.ts';
import { startingRules } from '../domain/network/startingRules.ts';
import { ruleDifferences, type RuleDifference } from '../domain/ruleDifferences.ts';
import type { PromiseModels, RuleSetDoc } from '../store/models.ts';

type Models = Pick<PromiseApplication, 'models'>;

/** The rules in force until some are published: a version like any other, but that it comes with the program. */
async function startingSet({ RuleSet }: PromiseModels): Promise<RuleSetDoc> {
  const live = await RuleSet.exists({ state: 'LIVE' });
  return {
    ...{ _id: startingRules.id, name: startingRules.name ?? startingRules.id, createdAtMs: 0 },
    ...{ state: live === null ? 'LIVE' : 'RETIRED', createdBy: 'system:promise' },
    rulesJson: JSON.stringify(startingRules),
  };
}

/** One rule set by version, the one that comes with the program included; null if there is none. */
export const findRuleSet = async ({ models }: Models, version: string): Promise<RuleSetDoc | null> =>
  version === startingRules.id
    ? startingSet(models)
    : models.RuleSet.findOne({ _id: version }).lean<RuleSetDoc>();

/** Rule sets, newest first; the last is the one that comes with the program. */
export async function listRuleSets({ models }: Models, args: PageArgs): Promise<Connection<RuleSetDoc>> {
  const page = readPage(args, { list: 'ruleSets', key: ['number', 'text'] });
  const filter = page.after ? afterFilter(['createdAtMs', '_id'], page.after, true) : {};
  const rows = await models.RuleSet.find(builtFilter<RuleSetDoc>(filter))
    .sort({ createdAtMs: -1, _id: -1 })
    .limit(page.first + 1)
    .lean<RuleSetDoc[]>();
  const isPastAll = page.after?.[1] === startingRules.id;
  if (rows.length <= page.first && !isPastAll) rows.push(await startingSet(models));
  return connectionOf(rows, page, (row) => [row.createdAtMs, row._id]);
}

/** Everything in which one version differs from another. */
export async function compareRuleSets(
  application: Models,
  before: string,
  after: string,
): Promise<RuleDifference[]> {
  const rules = async (version: string): Promise<unknown> => {
    const found = await findRuleSet(application, version);
    if (found === null) throw notFound('rule set');
    return JSON.parse(found.rulesJson);
  };
  return ruleDifferences(await rules(before), await rules(after));
}
