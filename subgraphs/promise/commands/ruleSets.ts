import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { simulateRules, type PastOrder, type SimulationResult } from '@promesse/promise-engine/simulateRules';
import { validateRules } from '@promesse/promise-engine/rules/validateRules';
import type { RuleSet } from '@promesse/promise-engine/model/ruleTypes';
import type { PromiseApplication } from '../application.ts';
import { findRuleSet } from '../queries/ruleSets.ts';
import { engineMaking } from '../domain/question.ts';
import type { PastOrderDoc, RuleSetDoc } from '../store/models.ts';

/** A fault of a draft, at its JSON path. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export type Drafted =
  | { readonly kind: 'drafted'; readonly ruleSet: RuleSetDoc }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };
export type By = { readonly actor: string; readonly cause: string };

/** Of a draft with the contents of a former version: its own version, the former one, and why. */
export interface Copy {
  readonly version?: string;
  readonly copyOf?: string;
  readonly reason?: string;
}

/** Longest rule set, in characters. */
const maxJson = 200_000;

function checked(application: PromiseApplication, json: string): { rules: RuleSet } | { faults: Fault[] } {
  if (json.length > maxJson)
    return { faults: [{ path: '', message: `A rule set has at most ${maxJson} characters.` }] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return { faults: [{ path: '', message: error instanceof Error ? error.message : 'This is no JSON.' }] };
  }
  const check = validateRules(parsed, application.keeper.network);
  return check.ok
    ? { rules: check.rules }
    : { faults: check.problems.map(({ path, message }) => ({ path, message })) };
}

/** Saves an immutable draft, or says what is wrong with it. */
export async function draftRuleSet(
  application: PromiseApplication,
  input: { name: string; rulesJson: string },
  { version, copyOf, reason, ...by }: By & Copy,
): Promise<Drafted> {
  const check = checked(application, input.rulesJson);
  if ('faults' in check) return { kind: 'invalid', faults: check.faults };
  const { models, journal, newId } = application;
  const ruleSet: RuleSetDoc = {
    _id: version ?? newId(),
    name: input.name.slice(0, 200),
    ...(copyOf === undefined ? {} : { copyOf }),
    state: 'DRAFT',
    createdAtMs: journal.clock.nowMs(),
    createdBy: by.actor,
    rulesJson: input.rulesJson,
  };
  await withTransaction(journal.connection, async (tx) => {
    await models.RuleSet.create([ruleSet], { session: tx.session });
    const copied = copyOf === undefined ? {} : { copyOf, ...(reason === undefined ? {} : { reason }) };
    const data = { version: ruleSet._id, name: ruleSet.name, ...copied };
    const events = [{ type: 'promise.RuleSetDrafted', data }];
    await journal.append(tx, { stream: `ruleset:${ruleSet._id}`, expectedSeq: 0, events, ...by });
  });
  return { kind: 'drafted', ruleSet };
}

/** Which draft is to be live, when (at once if absent), and why. */
export interface Publishing {
  readonly version: string;
  readonly atMs?: number | undefined;
  readonly reason?: string | undefined;
}

/** Makes a draft the live rule set now, or schedules it. A set that has been live is never published again. */
export async function publishRuleSet(
  application: PromiseApplication,
  { version, atMs, reason }: Publishing,
  by: By,
): Promise<RuleSetDoc> {
  const { models, journal } = application;
  const now = journal.clock.nowMs();
  const effectiveAtMs = Math.max(now, atMs ?? now);
  const later = effectiveAtMs > now;
  const published = await withTransaction(journal.connection, async (tx) => {
    const found = await models.RuleSet.findOne({ _id: version }).session(tx.session).lean();
    if (found === null) throw notFound('rule set');
    if (found.state !== 'DRAFT' && found.state !== 'SCHEDULED')
      throw codedError(
        'INVALID_TRANSITION',
        `A rule set that is ${found.state} cannot be published; draft a new one.`,
      );
    if (!later)
      await models.RuleSet.updateMany(
        { state: 'LIVE' },
        { $set: { state: 'RETIRED' } },
        { session: tx.session },
      );
    const next: RuleSetDoc = { ...found, state: later ? 'SCHEDULED' : 'LIVE', effectiveAtMs };
    await models.RuleSet.replaceOne({ _id: version }, next, { session: tx.session });
    const earlier = (await journal.read(`ruleset:${version}`)).length;
    const events = [
      {
        type: 'promise.RuleSetPublished',
        data: { version, effectiveAtMs, ...(reason === undefined ? {} : { reason }) },
      },
    ];
    await journal.append(tx, { stream: `ruleset:${version}`, expectedSeq: earlier, events, ...by });
    return next;
  });
  if (!later) putInForce(application, published);
  return published;
}

/** Under the id of its version here, so that the config version of an answer leads back to the set. */
const putInForce = ({ keeper }: PromiseApplication, { _id, rulesJson }: RuleSetDoc): void => {
  keeper.network.setRules({ ...(JSON.parse(rulesJson) as RuleSet), id: _id });
};

/** Puts the live set in force, whichever process of this subgraph has published it, and scheduled ones in their time. */
export async function applyDueRules(application: PromiseApplication): Promise<void> {
  const { models, journal, keeper } = application;
  const now = journal.clock.nowMs();
  const live = await models.RuleSet.findOne({ state: 'LIVE' }).sort({ effectiveAtMs: -1 }).lean();
  if (live !== null && live._id !== keeper.network.rules.id) putInForce(application, live as RuleSetDoc);
  const due = await models.RuleSet.find(
    trusted({ state: 'SCHEDULED' as const, effectiveAtMs: { $lte: now } }),
  )
    .sort({ effectiveAtMs: 1 })
    .lean<RuleSetDoc[]>();
  for (const { _id } of due)
    await publishRuleSet(
      application,
      { version: _id },
      { actor: 'system:promise', cause: `schedule:${_id}` },
    );
}

/** Most orders of one simulation. */
const maxOrders = 5_000;

/** Sources the latest orders under the live set and under a draft; changes nothing. */
export async function simulateRuleSet(
  application: PromiseApplication,
  version: string,
  lastOrders: number,
): Promise<SimulationResult> {
  if (!Number.isInteger(lastOrders) || lastOrders < 1 || lastOrders > maxOrders)
    throw codedError('BAD_USER_INPUT', `lastOrders is from 1 to ${maxOrders}, not ${lastOrders}.`);
  const found = await findRuleSet(application, version);
  if (found === null) throw notFound('rule set');
  const past = await application.models.PastOrder.find()
    .sort({ placedAtMs: -1 })
    .limit(lastOrders)
    .lean<PastOrderDoc[]>();
  const { network } = application.keeper;
  return simulateRules(network, network.rules, JSON.parse(found.rulesJson) as RuleSet, past.map(pastOrder));
}

function pastOrder(doc: PastOrderDoc): PastOrder {
  const { facts } = doc;
  const { latitude, longitude, postalCode, ...place } = facts.destination;
  const coordinates =
    latitude === undefined || longitude === undefined ? {} : { coordinates: { latitude, longitude } };
  const { deliveredAtMs } = doc;
  return {
    orderId: doc._id,
    ...{
      channel: facts.channel,
      currency: facts.currency,
      at: doc.placedAtMs,
      methodCode: facts.promise.code,
    },
    destination: { ...place, ...(postalCode === undefined ? {} : { postalCode }), ...coordinates },
    lines: facts.lines.map(({ lineId, sku, quantity, customisation }) => ({
      ...{ lineId, sku, quantity },
      ...engineMaking(customisation),
    })),
    ...(facts.promise.collectAtId === undefined ? {} : { pickupId: facts.promise.collectAtId }),
    ...(facts.promise.windowStartAtMs === undefined ? {} : { windowStartMs: facts.promise.windowStartAtMs }),
    ...(facts.customerGroups === undefined ? {} : { customerGroups: facts.customerGroups }),
    took: facts.shipments.flatMap(({ locationId, lines }) =>
      lines.filter(({ future }) => !future).map(({ sku, quantity }) => ({ sku, locationId, quantity })),
    ),
    ...(deliveredAtMs === undefined
      ? {}
      : {
          happened: facts.shipments.map(({ locationId, serviceCode }) => ({
            ...{ locationId, serviceCode },
            deliveredMs: deliveredAtMs,
          })),
        }),
  };
}
