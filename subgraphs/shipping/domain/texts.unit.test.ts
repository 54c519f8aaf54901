import { expect, it } from 'vitest';
import { milestoneRank } from './milestones.ts';
import { milestoneText, milestoneTexts } from './texts.ts';

it('every milestone has words of its own in three languages', () => {
  expect(Object.keys(milestoneTexts).sort()).toEqual(Object.keys(milestoneRank).sort());
  for (const text of Object.values(milestoneTexts)) expect(new Set([text.en, text.fr, text.it]).size).toBe(3);
  expect([milestoneText('LOST', 'fr-FR'), milestoneText('LOST', null)]).toEqual(['Perdu', 'Lost']);
});
