import type { StringOrder } from './compare.ts';
import { MongoError } from './errors.ts';
import { toNumber } from './toNumber.ts';
import { isDoc } from './types.ts';

const sensitivity = ['base', 'base', 'accent', 'variant', 'variant', 'variant'] as const;

/** The string order of a collation; undefined for the simple one, which compares bytes. */
export function collationOrder(collation: unknown): StringOrder | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDoc(collation)) throw new MongoError(14, 'collation must be a document');
  const { locale } = collation;
  if (locale === undefined) {
    if (Object.keys(collation).length === 0) return undefined;
    throw new MongoError(40414, "BSON field 'collation.locale' is missing but a required field");
  }
  if (locale === 'simple') return undefined;
  const strength = collation['strength'] === undefined ? 3 : toNumber(collation['strength']);
  const caseLevel = collation['caseLevel'] === true;
  try {
    const collator = new Intl.Collator(String(locale).replace('_', '-'), {
      sensitivity: strength === 1 && caseLevel ? 'case' : (sensitivity[strength] ?? 'variant'),
      numeric: collation['numericOrdering'] === true,
      ignorePunctuation: collation['alternate'] === 'shifted',
      ...(collation['caseFirst'] === 'upper' || collation['caseFirst'] === 'lower'
        ? { caseFirst: collation['caseFirst'] }
        : {}),
    });
    return (a, b) => collator.compare(a, b);
  } catch {
    throw new MongoError(2, `Field 'locale' is invalid in: { locale: "${String(locale)}" }`);
  }
}
