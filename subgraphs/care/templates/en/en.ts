import type { LanguageTexts } from '../text.ts';
import { afterwards } from './afterwards.ts';
import { delivery } from './delivery.ts';
import { order } from './order.ts';

/** English. */
export const en: LanguageTexts = {
  shared: {
    greeting: 'Hello {name},',
    greetingWithoutName: 'Hello,',
    orderLink: 'Follow your order',
    order: 'Order {number}',
    tracking: 'Tracking',
    footer: 'You receive this message because of order {number} at {sender}.',
    offers: 'New in the shop: have a look at what arrived this week.',
    unsubscribe: 'No more messages of this kind',
  },
  messages: { ...order, ...delivery, ...afterwards },
};
