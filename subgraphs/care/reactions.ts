import { eventNamesOf, type ReactionTable } from '../../platform/journal/reactions.ts';
import type { CareApplication } from './application.ts';
import { customerReactions } from './commands/erasure.ts';
import { collectionReactions, returnReactions } from './commands/heardOfOthers.ts';
import { orderReactions } from './commands/heardOfOrders.ts';
import { parcelReactions } from './commands/heardOfParcels.ts';

/** What care does on other subgraphs' events: it keeps what messages need, and decides what customers are told. */
export const careReactions: ReactionTable<CareApplication> = {
  ...orderReactions,
  ...parcelReactions,
  ...collectionReactions,
  ...returnReactions,
  ...customerReactions,
};

/** Event types care reacts to. */
export const careConsumes = eventNamesOf(careReactions);
