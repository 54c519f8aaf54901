import { eventNamesOf } from '../../platform/journal/reactions.ts';
import { factReactions } from './commands/hear.ts';

/** What insights does on other subgraphs' events: it keeps facts, from which figures are counted. */
export const insightsReactions = factReactions();

/** Event types insights reacts to. */
export const insightsConsumes = eventNamesOf(insightsReactions);
