import type { LanguageTexts } from '../text.ts';
import { afterwards } from './afterwards.ts';
import { delivery } from './delivery.ts';
import { order } from './order.ts';

/** Italian. */
export const it: LanguageTexts = {
  shared: {
    greeting: 'Ciao {name},',
    greetingWithoutName: 'Buongiorno,',
    orderLink: 'Segui il tuo ordine',
    order: 'Ordine {number}',
    tracking: 'Tracciamento',
    footer: 'Ricevi questo messaggio per l’ordine {number} presso {sender}.',
    offers: 'Novità in negozio: scopri gli arrivi della settimana.',
    unsubscribe: 'Non ricevere più messaggi di questo tipo',
  },
  messages: { ...order, ...delivery, ...afterwards },
};
