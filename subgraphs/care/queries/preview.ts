import { codedError } from '../../../platform/errors/codedError.ts';
import type { CareApplication } from '../application.ts';
import type { MessageCode } from '../domain/codes.ts';
import type { MessageState } from '../domain/message.ts';
import { previewFacts } from '../domain/previewFacts.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { write } from '../commands/compose.ts';
import { languages } from '../templates/text.ts';

/** What is to be previewed. */
export interface Preview {
  readonly order: OrderView;
  readonly code: MessageCode;
  /** Language; the order's own if absent. */
  readonly locale: string | undefined;
}

/** The message as it would be sent now, with the facts it was told with if it was told. Nothing is sent or kept. */
export async function previewMessage(
  application: CareApplication,
  { order, code, locale }: Preview,
  requestId: string,
) {
  if (locale !== undefined && !languages.some((language) => locale.toLowerCase().startsWith(language)))
    throw codedError('BAD_USER_INPUT', `locale is one of ${languages.join(', ')}, such as fr or fr-FR.`);
  const { models, orders } = application;
  const [parcel, told, contact] = await Promise.all([
    models.Parcel.findOne({ orderId: order._id }).sort({ createdAtMs: -1 }).lean<ParcelView>(),
    models.Message.findOne({ orderId: order._id, code }).sort({ createdAtMs: -1 }).lean<MessageState>(),
    orders.contact(order._id, requestId),
  ]);
  const facts = previewFacts(order, parcel ?? undefined, told?.facts);
  return write(application, { code, order, facts, locale: locale ?? order.locale, contact });
}
