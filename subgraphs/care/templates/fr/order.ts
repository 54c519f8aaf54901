import type { MessageText } from '../text.ts';

/** The order until its parcels leave, in French. */
export const order = {
  ORDER_PLACED: {
    subject: 'Merci pour votre commande {number}',
    body: [
      'Nous avons bien reçu votre commande de {amount} et nous la préparons.',
      'Elle sera chez vous au plus tard le {latest}.',
    ],
  },
  PAYMENT_ACTION_NEEDED: {
    subject: 'Votre paiement pour la commande {number} vous attend',
    body: [
      'Votre banque vous demande de confirmer le paiement de {amount}. Nous gardons vos articles en attendant.',
    ],
    sms: 'Merci de confirmer auprès de votre banque le paiement de {amount} pour la commande {number}.',
  },
  ORDER_ON_HOLD: {
    subject: 'Nous vérifions votre commande {number}',
    body: [
      'Votre commande est en attente un instant. Vous n’avez rien à faire ; nous vous écrivons dès qu’elle repart.',
    ],
  },
  ORDER_EDITED: {
    subject: 'Votre commande {number} a été modifiée',
    body: [
      'Votre commande a été modifiée comme convenu. Elle sera chez vous, ou prête à être retirée, au plus tard le {latest}.',
    ],
  },
  LINES_CANCELLED: {
    subject: 'Une partie de votre commande {number} ne peut pas être livrée',
    body: [
      'Nous sommes désolés : nous avons dû annuler {units, plural, one {# article} other {# articles}} de votre commande.',
      'Ce qui est annulé ne vous est pas facturé. Le reste suit comme prévu.',
    ],
  },
  LINES_CANCELLED_BY_CUSTOMER: {
    subject: 'Une partie de votre commande {number} est annulée',
    body: [
      'Comme vous l’avez demandé, {units, plural, one {# article est annulé et ne vous est pas facturé} other {# articles sont annulés et ne vous sont pas facturés}}.',
    ],
  },
  ORDER_CANCELLED: {
    subject: 'Votre commande {number} est annulée',
    body: [
      'Nous sommes désolés : nous avons dû annuler votre commande. Rien ne vous est facturé ; ce que vous avez payé vous est rendu.',
    ],
  },
  ORDER_CANCELLED_BY_CUSTOMER: {
    subject: 'Votre commande {number} est annulée',
    body: ['Comme vous l’avez demandé, votre commande est annulée. Ce que vous avez payé vous est rendu.'],
  },
  BACKORDERED: {
    subject: 'Une partie de votre commande {number} arrivera un peu plus tard',
    body: [
      'Nous attendons {units, plural, one {# article} other {# articles}}. Nous pensons vous livrer au plus tard le {latest}.',
    ],
  },
  BACKORDER_MOVED: {
    subject: 'Une nouvelle date pour votre commande {number}',
    body: [
      'Notre fournisseur est en retard : au lieu du {previous}, nous pensons vous livrer au plus tard le {latest}. Nous en sommes désolés.',
      'Vous pouvez attendre, annuler ce qui n’est pas encore parti, ou le retirer là où un magasin l’a en stock : par le lien vers votre commande.',
    ],
  },
  REFUNDED: {
    subject: 'Nous vous avons remboursé {amount}',
    body: [
      'Nous avons renvoyé {amount} sur le moyen de paiement utilisé pour la commande {number}. Votre banque peut mettre quelques jours à l’afficher.',
    ],
  },
  PREPARING_LATE: {
    subject: 'Votre commande {number} nous prend un peu plus de temps',
    body: [
      'Nous préparons encore votre commande. Nous faisons tout pour être chez vous au plus tard le {latest}.',
    ],
  },
  LABEL_NOT_SCANNED: {
    subject: 'Votre colis va partir',
    body: [
      'Votre colis est prêt et attend que {carrier} le prenne en charge. Nous y veillons ; la date du {latest} reste valable.',
    ],
  },
  LABEL_STILL_NOT_SCANNED: {
    subject: 'Nous nous occupons de votre colis',
    body: [
      '{carrier} n’a pas encore confirmé votre colis. Nous les interrogeons et vous écrivons dès que nous en savons plus.',
    ],
  },
  TRACKING_INVALID: {
    subject: 'Le suivi de votre colis',
    body: [
      '{carrier} ne connaît pas le numéro de suivi que nous vous avons donné. Nous cherchons où se trouve votre colis et vous écrivons si quelque chose change ; vous n’avez rien à faire.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
