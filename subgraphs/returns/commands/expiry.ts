import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { ReturnsApplication } from '../application.ts';
import { decideCancel } from '../domain/decide.ts';
import { returnMachine } from '../domain/return.ts';
import type { ReturnDoc } from '../store/models.ts';
import { refuseUnpaid } from './exchange.ts';
import { follow } from './work.ts';

const dayMs = 86_400_000;
/** Returns looked at in one go. */
const batch = 200;

/** Ends what nobody paid, and withdraws returns that were never sent: their units are the customer's, their labels void. */
export async function expireReturns(application: ReturnsApplication): Promise<void> {
  await refuseUnpaid(application);
  const { returnExpiresDays } = application.settings.current();
  if (returnExpiresDays === 0) return;
  const before = application.journal.clock.nowMs() - returnExpiresDays * dayMs;
  const status = { $in: ['REQUESTED', 'AUTHORIZED', 'LABEL_ISSUED'] };
  const late = await application.model
    .find(builtFilter<ReturnDoc>({ status, requestedAtMs: { $lte: before } }), { _id: 1 })
    .limit(batch)
    .lean();
  for (const { _id } of late)
    await follow(application, _id, { actor: 'system:returns', cause: `expiry:${_id}` }, (state) =>
      returnMachine.can(state.status, 'CANCELLED') ? decideCancel(state, 'EXPIRY') : [],
    );
}
