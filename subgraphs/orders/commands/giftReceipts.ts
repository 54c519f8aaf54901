import { codedError } from '../../../platform/errors/codedError.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import type { Identity } from '../../../schema/identity.ts';
import { newGiftCode, readGiftCode } from '../domain/gift.ts';
import type { OrdersParts } from '../parts.ts';
import type { GiftCreditDoc, GiftReceiptDoc } from '../store/giftModel.ts';
import type { OrderDoc } from '../store/models.ts';
import { forgetTry, mayTry } from './attempts.ts';

/** A receipt without prices: its code, the order, and what its goods became when they came back. */
export interface GiftReceiptSeen {
  readonly code: string;
  readonly order: OrderDoc;
  /** Gift cards of its returns; only for whoever came with the code. */
  readonly credits: readonly GiftCreditDoc[];
}

/** Receipts without prices. */
export interface GiftReceipts {
  /** The one of an order; null where none was asked for. Its code is made when it is first asked for. */
  of(order: OrderDoc): Promise<GiftReceiptSeen | null>;
  /** The one with this code; null for a code nobody has. TOO_MANY_ATTEMPTS after some wrong ones of one caller. */
  byCode(code: string, who: Identity): Promise<GiftReceiptSeen | null>;
}

export function createGiftReceipts(
  application: () => OrdersParts,
  randomInt: (below: number) => number,
): GiftReceipts {
  return {
    of: async (order) => {
      if (order.giftLines === undefined) return null;
      return { code: await codeOf(application(), order._id, randomInt), order, credits: [] };
    },
    byCode: (code, who) => byCode(application(), code, who),
  };
}

async function codeOf(
  { models: { GiftReceipt } }: OrdersParts,
  orderId: string,
  randomInt: (below: number) => number,
): Promise<string> {
  // A code that somebody has already, by chance, is drawn again.
  for (let tries = 0; tries < 5; tries++) {
    try {
      const code = newGiftCode(randomInt);
      await GiftReceipt.updateOne({ _id: orderId }, { $setOnInsert: { code } }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const found = await GiftReceipt.findOne({ _id: orderId }).lean<GiftReceiptDoc>();
    if (found !== null) return found.code;
  }
  throw codedError('CONFLICT', 'The receipt has no code yet; try again.');
}

async function byCode(
  { models, settings, journal }: OrdersParts,
  typed: string,
  who: Identity,
): Promise<GiftReceiptSeen | null> {
  const { lookUpAttempts: most, lookUpLockMinutes } = settings.current();
  const key = `gift:${who.subject}`;
  const limit = { most, lockMs: lookUpLockMinutes * 60_000 };
  if (!(await mayTry(models, key, limit, journal.clock.nowMs())))
    throw codedError('TOO_MANY_ATTEMPTS', 'Too many wrong codes; try again later.');
  const code = readGiftCode(typed);
  const receipt =
    code === undefined ? null : await models.GiftReceipt.findOne({ code }).lean<GiftReceiptDoc>();
  const order = receipt === null ? null : await models.Order.findOne({ _id: receipt._id }).lean<OrderDoc>();
  if (receipt === null || order === null) return null;
  await forgetTry(models, key);
  const credits = await models.GiftCredit.find({ orderId: order._id })
    .sort({ atMs: 1 })
    .lean<GiftCreditDoc[]>();
  return { code: receipt.code, order, credits };
}
