import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeReasons, mergeRefusals } from './mergeReasons.ts';
import type { Reason } from './reasons.ts';

const reason = fc.record({
  code: fc.constantFrom('OUT_OF_STOCK' as const, 'CUT_OFF_PASSED' as const, 'RULE_EXCLUDED' as const),
  message: fc.constantFrom('None of it.', 'Too late.', 'A rule says so.'),
  skus: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')),
  ruleId: fc.constantFrom('r1', 'r2'),
});
const nameOf = ({ code, ruleId }: Reason): string => `${code}|${ruleId}`;

it('tells each reason once, in the order they came, and loses no article and no word', () => {
  fc.assert(
    fc.property(fc.array(reason, { maxLength: 9 }), (reasons) => {
      const merged = mergeReasons(reasons);
      expect(merged.map(nameOf)).toEqual([...new Set(reasons.map(nameOf))]);
      for (const each of merged) {
        const same = reasons.filter((r) => nameOf(r) === nameOf(each));
        expect(new Set(each.skus)).toEqual(new Set(same.flatMap(({ skus }) => skus)));
        for (const { message } of same) expect(each.message).toContain(message);
      }
      expect(mergeReasons(merged)).toEqual(merged);
    }),
  );
});

it('joins the refusals of several places into one that names none of them', () => {
  const at = (pickupId: string, skus: string[]) => ({
    ...{ methodType: 'PICKUP_IN_STORE' as const, code: 'collect', pickupId },
    reasons: [{ code: 'OUT_OF_STOCK' as const, message: 'None.', skus }],
  });
  expect(mergeRefusals([at('a', ['A'])])).toEqual([at('a', ['A'])]);
  expect(mergeRefusals([at('a', ['A']), at('b', ['A', 'B'])])).toEqual([
    {
      ...{ methodType: 'PICKUP_IN_STORE', code: 'collect' },
      reasons: [{ code: 'OUT_OF_STOCK', message: 'None.', skus: ['A', 'B'] }],
    },
  ]);
});
