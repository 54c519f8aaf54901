import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';

/**
 * What an offered option proves: who may order what, until when, at which promise and price. It travels with the
 * client, signed, so that answering a promise writes nothing.
 */
export interface OptionClaim {
  readonly promiseId: string;
  /** Empty when the promise was not asked for a cart. */
  readonly cartId: string;
  readonly channel: string;
  readonly currency: string;
  /** Digest of destination and lines. */
  readonly subject: string;
  readonly methodCode: string;
  readonly methodType: DeliveryMethodType;
  readonly title: string;
  readonly collectAtId?: string | undefined;
  readonly collectAtName?: string | undefined;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly timeZone: string;
  readonly confidence: number;
  readonly priceMinor: number;
  readonly taxMinor: number;
  readonly configVersion: string;
  /** Epoch ms after which it can no longer be ordered. */
  readonly expiresAtMs: number;
  /** Most extra shipments the customer accepts; absent: as many as the rules allow. */
  readonly maxSplits?: number | undefined;
  /** Groups of the customer it was promised to. */
  readonly customerGroups?: readonly string[] | undefined;
  /** Promotion codes that were in force when it was priced; none if absent. */
  readonly promotionCodes?: readonly string[] | undefined;
}

/** Changes whenever the members below change: a handle of another form is none. */
const form = 5;

/** The members of a claim in the order in which they are written. */
type Members = readonly [
  form: number,
  promiseId: string,
  cartId: string,
  channel: string,
  currency: string,
  subject: string,
  methodCode: string,
  methodType: OptionClaim['methodType'],
  title: string,
  collectAtId: string | null,
  collectAtName: string | null,
  earliestMs: number,
  latestMs: number,
  timeZone: string,
  confidence: number,
  priceMinor: number,
  taxMinor: number,
  configVersion: string,
  expiresAtMs: number,
  maxSplits: number | null,
  customerGroups: readonly string[] | null,
  promotionCodes: readonly string[] | null,
];

/** A claim as JSON without names: answers carry a handle for every option, and names were more than a third of it. */
export function writeClaim(claim: OptionClaim): string {
  const members: Members = [
    form,
    claim.promiseId,
    claim.cartId,
    claim.channel,
    claim.currency,
    claim.subject,
    claim.methodCode,
    claim.methodType,
    claim.title,
    claim.collectAtId ?? null,
    claim.collectAtName ?? null,
    claim.earliestMs,
    claim.latestMs,
    claim.timeZone,
    claim.confidence,
    claim.priceMinor,
    claim.taxMinor,
    claim.configVersion,
    claim.expiresAtMs,
    claim.maxSplits ?? null,
    claim.customerGroups ?? null,
    claim.promotionCodes ?? null,
  ];
  return JSON.stringify(members);
}

/** Only our own texts come here, and each says its form. */
const isMembers = (value: unknown): value is Members => Array.isArray(value) && value[0] === form;

/** The claim of a text that we signed; null when an earlier version of this program wrote it in another form. */
export function readClaim(text: string): OptionClaim | null {
  const members: unknown = JSON.parse(text);
  if (!isMembers(members)) return null;
  const [, promiseId, cartId, channel, currency, subject, methodCode, methodType, title, ...rest] = members;
  const [collectAtId, collectAtName, earliestMs, latestMs, timeZone, confidence, ...terms] = rest;
  const [priceMinor, taxMinor, configVersion, expiresAtMs, ...limits] = terms;
  const [maxSplits, customerGroups, promotionCodes] = limits;
  return {
    ...{ promiseId, cartId, channel, currency, subject, methodCode, methodType, title },
    ...(collectAtId === null ? {} : { collectAtId }),
    ...(collectAtName === null ? {} : { collectAtName }),
    ...{ earliestMs, latestMs, timeZone, confidence, priceMinor, taxMinor, configVersion, expiresAtMs },
    ...(maxSplits === null ? {} : { maxSplits }),
    ...(customerGroups === null ? {} : { customerGroups }),
    ...(promotionCodes === null ? {} : { promotionCodes }),
  };
}
