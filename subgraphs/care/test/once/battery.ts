import { seededRandom } from '../../../../platform/random/random.ts';
import type { OutgoingMail } from '../../ports.ts';
import { careModels, type MessageDoc } from '../../store/models.ts';
import { openMailServer, type MailServer } from './mailServer.ts';
import { openMortal, type Mortal } from './mortal.ts';
import { storyOf } from './story.ts';
import { Teller } from './teller.ts';
import { Verdict } from './verdict.ts';

/** How hard the battery is. */
export interface OnceOptions {
  readonly orders: number;
  readonly kills: number;
  readonly seed: number | string;
  /** Whether the mail server can be asked which keys it has; SMTP alone cannot say. @default true */
  readonly asks?: boolean;
}

/** What it found. */
export interface OnceReport {
  readonly orders: number;
  /** Events told, and how often one of them was told again, lost at first, or told after a younger one of another stream. */
  readonly events: number;
  readonly doubled: number;
  readonly lost: number;
  readonly reordered: number;
  /** Times the process died, and where. */
  readonly kills: number;
  readonly killsAt: Mortal['deaths'];
  /** Messages that had to come. */
  readonly due: number;
  /** Mails that the server took, and those among them that came again under a Message-ID that it had. */
  readonly mails: number;
  readonly copies: number;
  /** What is wrong, in words; nothing when all is well. */
  readonly faults: readonly string[];
}

/** Lets everything happen that waits: retries, orders that were heard of late, and a day in which nothing more may come. */
async function letTimePass(mortal: Mortal): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await mortal.world.clock.advanceBy(70_000);
    await mortal.settle();
  }
  await mortal.world.clock.advanceBy(86_400_000);
  await mortal.settle();
}

/** Messages as care knows them. */
async function rowsOf({ world }: Mortal) {
  const { connection } = await world.deps('care');
  return careModels(connection).Message.find().lean<MessageDoc[]>();
}

/** What care believes to have sent must have come, and what has come must be known as sent. */
function unknownMails(rows: readonly MessageDoc[], server: MailServer, asks: boolean): string[] {
  const sent = rows.filter(({ status }) => status === 'SENT');
  const keys = new Set(sent.map(({ _id }) => _id));
  return [
    ...sent.filter(({ _id }) => !server.has(_id)).map(({ key }) => `${key} counts as sent, and did not come`),
    // Without asking, nobody knows of a try that was cut off whether it arrived.
    ...server.taken
      .filter(({ key }) => asks && !keys.has(key))
      .map(({ key }) => `${key} came, and does not count as sent`),
  ];
}

/**
 * Orders from their placing to the door, or to wherever they end, under events that are lost, doubled and overtaken, while
 * the process dies around the rows of intent and outcome and around the mail server's answer. Every message that is due must
 * have come to a real mail server once, and none after a newer fact was known.
 */
export async function runOnce({ orders, kills, seed, asks = true }: OnceOptions): Promise<OnceReport> {
  const random = seededRandom(seed);
  const verdict = new Verdict();
  const server = await openMailServer();
  const onSend = ({ key, to }: OutgoingMail): void => verdict.mail(key, to.address);
  const mortal = await openMortal({ server, random, asks, onSend });
  const { world } = mortal;
  try {
    const stories = Array.from({ length: orders }, (_, n) => storyOf(n, world.clock.nowMs()));
    const teller = new Teller(mortal, random, verdict);
    const streams = stories.flatMap((story) =>
      story.streams.map((steps) => ({ orderId: story.orderId, steps })),
    );
    await teller.tellAll(
      streams.map((stream, at) => ({ ...stream, at, next: 0 })),
      kills,
    );
    await letTimePass(mortal);
    const rows = await rowsOf(mortal);
    const codesOfTaken = new Map(
      rows.filter(({ _id }) => server.has(_id)).map(({ _id, code }) => [_id, code]),
    );
    const faults = [...verdict.faults(codesOfTaken), ...unknownMails(rows, server, asks)];
    const copies = server.taken.length - new Set(server.taken.map(({ messageId }) => messageId)).size;
    if (asks && copies > 0) faults.push(`${copies} mails came twice`);
    const killsAt = { ...mortal.deaths };
    return {
      ...{ orders, ...teller.count, kills: Object.values(killsAt).reduce((sum, n) => sum + n, 0), killsAt },
      ...{ due: verdict.dueCount, mails: server.taken.length, copies, faults },
    };
  } finally {
    await world.stop();
    await server.stop();
  }
}
