import { createLoneSubgraph, type LoneSubgraph } from '../../../../test/support/loneSubgraph.ts';
import { handleSecret } from '../../../../test/support/tradingApplication.ts';
import { callers } from '../../../../test/support/world.ts';
import type { SubgraphService } from '../../../../platform/graph/subgraph.ts';
import type { Random } from '../../../../platform/random/random.ts';
import type { MailTransport, OutgoingMail } from '../../ports.ts';
import { careConsumes } from '../../reactions.ts';
import { createCareSubgraph } from '../../subgraph.ts';
import { smtpTransport } from '../../transport/smtp.ts';
import type { MailServer } from './mailServer.ts';

/** Where the process dies, in turn: around the row of the intent, the mail server's answer, and the row of the outcome. */
const deathPoints = [
  'message.beforeCommit',
  'inbox.beforeAck',
  'care.afterSend',
  'care.afterOutcome',
  'inbox.beforeCommit',
] as const;
export type DeathPoint = (typeof deathPoints)[number];

/** Care, which dies and is opened again. */
export interface Mortal {
  readonly world: LoneSubgraph;
  /** Times it died, by point. */
  readonly deaths: Readonly<Record<DeathPoint, number>>;
  /** It is to die soon. */
  curse(): void;
  /** It is to die, and lives. */
  isCursed(): boolean;
  /** Waits until everything has happened that was set off; opens it again whenever it died. True if it died meanwhile. */
  settle(): Promise<boolean>;
}

/** What care stands on here. */
export interface MortalParts {
  readonly server: MailServer;
  readonly random: Random;
  /** Whether the mail server can say which keys it has; SMTP alone cannot. */
  readonly asks: boolean;
  /** A mail is given to the server. */
  readonly onSend: (mail: OutgoingMail) => void;
}

export async function openMortal({ server, random, asks, onSend }: MortalParts): Promise<Mortal> {
  const deaths = Object.fromEntries(deathPoints.map((point) => [point, 0])) as Record<DeathPoint, number>;
  let care: SubgraphService;
  let countdown = Infinity;
  let turn = 0;
  let dead = false;
  let onDeath: () => void = () => undefined;
  /** What comes after the point is not done, and nothing more is until it is opened again. */
  const pass = (point: string): void => {
    if (dead) throw new Error(`dead at ${point}`);
    const wanted = deathPoints[turn % deathPoints.length];
    if (point !== wanted || --countdown > 0) return;
    countdown = Infinity;
    turn += 1;
    deaths[wanted] += 1;
    dead = true;
    onDeath();
    throw new Error(`died at ${point}`);
  };
  const world = await createLoneSubgraph({
    ...{ name: 'care', consumes: careConsumes, subgraph: () => care, caller: callers.admin },
  });
  addNeighbours(world);
  const open = async (): Promise<void> => {
    dead = false;
    const smtp = smtpTransport(server.url);
    const mail: MailTransport = {
      ...smtp,
      send: (each) => {
        onSend(each);
        return smtp.send(each);
      },
      ...(asks ? { taken: (key) => Promise.resolve(server.has(key)) } : {}),
    };
    const deps = { ...(await world.deps('care')), crashpoint: pass, soleWriter: true };
    care = createCareSubgraph({ ...deps, mail, config: { linkSecret: handleSecret } });
    await world.add(care);
  };
  await open();
  return {
    ...{ world, deaths },
    curse: () => {
      countdown = 1 + random.int(6);
    },
    isCursed: () => Number.isFinite(countdown),
    settle: async () => {
      for (let died = false; ; died = true) {
        const death = new Promise<void>((resolve) => (onDeath = resolve));
        // What is dead is never idle: it is not waited for.
        if (!dead) await Promise.race([world.settle(), death]);
        if (!dead) return died;
        await care.stop();
        await open();
      }
    },
  };
}

/** What care asks its neighbours: how a customer is reached, and what an article is called. */
function addNeighbours(world: LoneSubgraph): void {
  world.addTarget('orders', {
    execute: ({ variables }) => {
      const contact = { email: `${String(variables?.['id'])}@example.com`, phone: null, consents: [] };
      return Promise.resolve({ data: { order: { address: { name: 'A' }, contact } } });
    },
  });
  world.addTarget('catalog', { execute: () => Promise.resolve({ data: { variant: { title: 'Shoe' } } }) });
}
