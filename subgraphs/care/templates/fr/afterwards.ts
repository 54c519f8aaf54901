import type { MessageText } from '../text.ts';

/** Collection, returns and care, in French. */
export const afterwards = {
  READY_TO_COLLECT: {
    subject: 'Prête à être retirée : commande {number}',
    body: ['Votre commande vous attend à {place} jusqu’au {until}. Merci d’apporter le numéro de commande.'],
    sms: 'La commande {number} vous attend à {place} jusqu’au {until}.',
  },
  COLLECT_REMINDER: {
    subject: 'Votre commande {number} vous attend toujours',
    body: ['Votre commande vous attend à {place} jusqu’au {until}.'],
    sms: 'La commande {number} vous attend à {place} jusqu’au {until}.',
  },
  COLLECT_LAST_DAY: {
    subject: 'Dernier jour pour retirer votre commande {number}',
    body: ['C’est le dernier jour pour retirer votre commande à {place}.'],
    sms: 'Dernier jour pour retirer la commande {number} à {place}.',
  },
  COLLECTED: {
    subject: 'Merci de votre visite',
    body: ['Vous avez retiré votre commande {number} à {place}. Nous espérons qu’elle vous plaît.'],
  },
  COLLECT_EXPIRED: {
    subject: 'Votre commande {number} n’a pas été retirée',
    body: [
      'Votre commande vous a attendu et le délai est passé. Elle est annulée, et ce que vous avez payé vous est rendu.',
    ],
  },
  RETURN_LABEL: {
    subject: 'L’étiquette de votre retour {return}',
    body: [
      'Votre retour est enregistré. Imprimez l’étiquette, collez-la sur le colis et déposez-le ; l’étiquette se trouve sur la page de la commande.',
    ],
  },
  RETURN_ON_ITS_WAY: {
    subject: 'Votre retour {return} est en route',
    body: ['Le transporteur a votre retour. Nous vous écrivons dès qu’il est arrivé.'],
  },
  RETURN_RECEIVED: {
    subject: 'Votre retour {return} est arrivé',
    body: ['Nous avons reçu votre retour et nous l’examinons.'],
  },
  RETURN_INSPECTED: {
    subject: 'Votre retour {return} a été examiné',
    body: ['Nous avons examiné votre retour. Ce que nous acceptons est remboursé maintenant.'],
  },
  RETURN_REFUNDED: {
    subject: 'Nous avons remboursé {amount} pour votre retour',
    body: [
      'Nous avons renvoyé {amount} sur votre moyen de paiement. Votre banque peut mettre quelques jours à l’afficher.',
    ],
  },
  RETURN_REFUSED: {
    subject: 'Au sujet de votre retour {return}',
    body: [
      'Nous sommes désolés : nous ne pouvons pas accepter votre retour. Écrivez-nous si vous pensez que nous nous trompons.',
    ],
  },
  EXCHANGE_SHIPPED: {
    subject: 'Votre échange est en route',
    body: ['L’article que vous avez choisi à la place est parti avec {carrier}.'],
  },
  PROMISE_MOVED: {
    subject: 'Une nouvelle date pour votre commande {number}',
    body: [
      'Nous vous avions promis votre commande pour le {previous} et ne pouvons pas tenir cette date : elle sera chez vous au plus tard le {latest}. Nous en sommes désolés.',
      'Vous pouvez attendre, annuler ce qui n’est pas encore parti, ou le retirer là où un magasin l’a en stock : par le lien vers votre commande.',
    ],
  },
  TICKET_OPENED: {
    subject: 'Nous avons reçu votre demande {ticket}',
    body: ['Merci de nous avoir écrit au sujet de la commande {number}. Nous répondons dès que possible.'],
  },
  TICKET_ANSWERED: {
    subject: 'Une réponse à votre demande {ticket}',
    body: [
      'Nous avons répondu à votre demande sur la commande {number}. La réponse se trouve sur la page de la commande.',
    ],
  },
  TICKET_CLOSED: {
    subject: 'Votre demande {ticket} est close',
    body: [
      'Nous pensons que votre demande sur la commande {number} est réglée. Écrivez-nous de nouveau si ce n’est pas le cas.',
    ],
  },
  GOODWILL: {
    subject: 'Un petit merci pour votre patience',
    body: ['La commande {number} ne s’est pas déroulée comme il faut. Nous vous avons renvoyé {amount}.'],
  },
  SURVEY: {
    subject: 'Comment s’est passée la livraison de votre commande {number} ?',
    body: ['Un clic suffit : comment était la livraison, de 1 (mauvaise) à 5 (très bonne) ?'],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
