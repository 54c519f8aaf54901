import type { LanguageTexts } from '../text.ts';
import { afterwards } from './afterwards.ts';
import { delivery } from './delivery.ts';
import { order } from './order.ts';

/** French. */
export const fr: LanguageTexts = {
  shared: {
    greeting: 'Bonjour {name},',
    greetingWithoutName: 'Bonjour,',
    orderLink: 'Suivre ma commande',
    order: 'Commande {number}',
    tracking: 'Suivi',
    footer: 'Vous recevez ce message au sujet de la commande {number} chez {sender}.',
    offers: 'Nouveau en boutique : découvrez les arrivages de la semaine.',
    unsubscribe: 'Ne plus recevoir ce type de message',
  },
  messages: { ...order, ...delivery, ...afterwards },
};
