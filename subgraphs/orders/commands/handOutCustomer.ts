import { requireReason } from '../../../platform/identity/requireReason.ts';
import { defineAggregate } from '../../../platform/journal/aggregate.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrdersParts } from '../parts.ts';
import { exportCustomer } from '../queries/exportCustomer.ts';
import type { CustomerExports } from '../store/exportModel.ts';
import type { Caller } from './onceOnOrder.ts';

interface ExportEvent {
  readonly type: 'orders.CustomerExported';
  readonly data: EventPayload<'orders.CustomerExported'>;
}

const evolve = (state: CustomerExports | undefined, { data }: ExportEvent, at: number): CustomerExports => ({
  ...{ _id: data.customerRef, times: (state?.times ?? 0) + 1, atMs: at },
});

/**
 * Everything kept of a customer, and a line in the journal that says who took it; staff say why. The line is written
 * first: nothing is handed out of which nobody knows.
 */
export async function handOutCustomer(
  parts: OrdersParts,
  ref: string,
  reason: string | undefined,
  { who, requestId: cause }: Caller,
): Promise<Awaited<ReturnType<typeof exportCustomer>>> {
  requireReason(who, ref, reason);
  const made = await exportCustomer(parts, ref);
  if (made === null) return null;
  const words = (reason ?? '').trim();
  const exports = defineAggregate<CustomerExports, ExportEvent>({
    ...{ name: 'customerExport', model: parts.models.CustomerExport, evolve },
  });
  const data = { customerRef: ref, orders: made.orders, ...(words === '' ? {} : { reason: words }) };
  await runDecision(parts.journal, exports, {
    ...{ id: ref, actor: who.subject, cause },
    decide: (): ExportEvent[] => [{ type: 'orders.CustomerExported', data }],
  });
  return made;
}
