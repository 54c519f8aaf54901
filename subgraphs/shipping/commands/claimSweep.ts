import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { ShippingApplication } from '../application.ts';
import { decideExpire, decideSubmit, hindrance } from '../domain/decideClaim.ts';
import type { ClaimDoc } from '../store/models.ts';

/** Claims looked at in one go. */
const batch = 200;
const by = (id: string) => ({ actor: 'system:shipping', cause: `claim:${id}` });

/**
 * Sends claims whose window has opened and whose proofs are there to carriers that take them by machine, and ends those
 * whose deadline has passed. What fails waits for the next look.
 */
export async function sweepClaims(application: ShippingApplication, log: Log): Promise<void> {
  const { models, journal } = application;
  const nowMs = journal.clock.nowMs();
  const filter = builtFilter<ClaimDoc>({ status: 'OPEN', notBeforeMs: { $lte: nowMs } });
  const due = await models.Claim.find(filter).sort({ deadlineMs: 1 }).limit(batch).lean<ClaimDoc[]>();
  for (const claim of due)
    await look(application, claim, nowMs).catch((error: unknown) =>
      log.warn({ subgraph: 'shipping', ids: claim._id, error }, 'a claim waits for the next look'),
    );
}

async function look(
  { carriers, claims }: ShippingApplication,
  claim: ClaimDoc,
  nowMs: number,
): Promise<void> {
  const { _id: id, carrier } = claim;
  if (nowMs > claim.deadlineMs) return claims.decide(id, (state) => decideExpire(state, nowMs), by(id));
  const adapter = carriers.has(carrier) ? carriers.of(carrier) : undefined;
  if (adapter?.fileClaim === undefined || hindrance(claim, nowMs) !== undefined) return;
  const { number, kind, amount, trackingCodes, evidence } = claim;
  // The key makes a repeated filing the same one, if we die before it is written down.
  const { carrierReference } = await adapter.fileClaim({ number, kind, amount, trackingCodes, evidence }, id);
  await claims.decide(
    id,
    (state) => (state?.status === 'OPEN' ? decideSubmit(state, nowMs, { carrierReference }) : []),
    by(id),
  );
}
