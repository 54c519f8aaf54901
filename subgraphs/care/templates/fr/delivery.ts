import type { MessageText } from '../text.ts';

/** Parcels on their way, in French. */
export const delivery = {
  PARCEL_SHIPPED: {
    subject: 'Votre colis est en route',
    body: [
      'Votre colis est parti de chez nous avec {carrier}.',
      'Il sera chez vous au plus tard le {latest}.',
    ],
  },
  PARCELS_DIGEST: {
    subject: 'Des nouvelles de votre commande {number}',
    body: [
      '{units, plural, one {# colis de votre commande a avancé} other {# colis de votre commande ont avancé}} aujourd’hui.',
    ],
  },
  ARRIVES_TOMORROW: {
    subject: 'Votre colis arrive demain',
    body: ['{carrier} prévoit de vous livrer votre colis demain.'],
  },
  OUT_FOR_DELIVERY: {
    subject: 'Votre colis arrive aujourd’hui',
    body: ['{carrier} est en route vers vous avec votre colis.'],
    sms: 'Votre colis de la commande {number} arrive aujourd’hui avec {carrier}.',
  },
  DELAY_ANNOUNCED: {
    subject: 'Votre colis arrivera plus tard que promis',
    body: [
      '{carrier} nous annonce un retard. Nous attendons maintenant votre colis au plus tard le {latest}. Nous sommes désolés de vous faire attendre.',
    ],
  },
  DELAY_PREDICTED: {
    subject: 'Votre commande {number} pourrait arriver plus tard que promis',
    body: [
      'Votre colis avance moins vite que d’habitude, et nous préférons vous le dire maintenant : il pourrait arriver après le {latest}. Nous le suivons et vous écrivons dès que nous en savons plus.',
    ],
  },
  DELIVERY_OVERDUE: {
    subject: 'Votre commande {number} est en retard',
    body: [
      'Votre commande devait être chez vous au plus tard le {latest} et n’est pas encore arrivée. Nous en sommes désolés. Nous nous en occupons et vous écrivons dès que nous en savons plus.',
    ],
  },
  CUSTOMS: {
    subject: 'Votre colis est en douane',
    body: ['Votre colis confié à {carrier} est en cours de dédouanement. Vous n’avez rien à faire.'],
  },
  ATTEMPT_FAILED: {
    subject: 'Votre colis n’a pas pu être livré',
    body: [
      '{carrier} s’est présenté chez vous et n’a pas pu livrer votre colis. Une nouvelle livraison sera tentée, ou il vous attendra dans un point de retrait ; le suivi indique où.',
    ],
    sms: '{carrier} n’a pas pu livrer votre colis de la commande {number} aujourd’hui et réessaiera.',
  },
  AT_PICKUP_POINT: {
    subject: 'Votre colis vous attend',
    body: [
      'Votre colis vous attend au point de retrait de {carrier}{until, select, unknown {} other { jusqu’au {until}}}. Merci d’apporter le numéro de suivi ou une pièce d’identité.',
    ],
    sms: 'Colis de la commande {number} au point de retrait de {carrier}{until, select, unknown {} other { jusqu’au {until}}} : {tracking}',
  },
  PICKUP_POINT_REMINDER: {
    subject: 'Votre colis vous attend toujours',
    body: ['Votre colis vous attend au point de retrait jusqu’au {until}.'],
    sms: 'Votre colis de la commande {number} vous attend au point de retrait jusqu’au {until} : {tracking}',
  },
  PICKUP_POINT_LAST_DAY: {
    subject: 'Dernier jour pour retirer votre colis',
    body: ['C’est le dernier jour pour retirer votre colis. Ensuite il nous revient.'],
    sms: 'Dernier jour pour retirer votre colis de la commande {number} : {tracking}',
  },
  PARCEL_DELIVERED: {
    subject: 'Votre colis est arrivé',
    body: ['{carrier} a livré votre colis. Nous espérons qu’il vous plaît.'],
    sms: 'Votre colis de la commande {number} a été livré par {carrier}.',
  },
  ORDER_DELIVERED: {
    subject: 'Toute votre commande {number} est arrivée',
    body: ['Tous les colis de votre commande ont été livrés. Merci de votre patience.'],
  },
  PARCEL_DAMAGED: {
    subject: 'Votre colis a été endommagé',
    body: [
      '{carrier} nous signale que votre colis a été endommagé en route. Nous en sommes désolés.',
      '{remedy, select, RESHIP {Nous vous renvoyons les articles.} REFUND {Nous vous remboursons.} other {Nous examinons la situation et vous écrivons sous un jour.}}',
    ],
  },
  PARCEL_LOST: {
    subject: 'Votre colis est perdu',
    body: [
      'Votre colis confié à {carrier} est introuvable. Nous en sommes désolés.',
      '{remedy, select, RESHIP {Nous vous renvoyons les articles.} REFUND {Nous vous remboursons.} other {Nous examinons la situation et vous écrivons sous un jour.}}',
    ],
  },
  RETURNING_TO_SENDER: {
    subject: 'Votre colis nous revient',
    body: ['{carrier} n’a pas pu livrer votre colis, et il nous revient. Nous vous écrivons pour la suite.'],
  },
  BACK_AT_WAREHOUSE: {
    subject: 'Votre colis est revenu chez nous',
    body: [
      'Le colis qui n’a pas pu être livré est arrivé ici. Nous vous remboursons, sauf si vous nous demandez de le renvoyer.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
