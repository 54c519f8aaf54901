import { isDeepStrictEqual } from 'node:util';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import type { ImportProductsInput, ProductInput, VariantInput } from '../generated/resolverTypes.ts';
import type { LocalizedText } from '../../../platform/values/localized.ts';
import type { CatalogModels, ProductDoc, VariantDoc } from '../store/models.ts';
import type { Cause } from '../store/stockStore.ts';

/** Most variants of one call; one event carries them all. */
const maxVariants = 500;

export interface Refusal {
  readonly key: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportOutcome {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
}

const textOf = (input: {
  en: string;
  fr?: string | null | undefined;
  it?: string | null | undefined;
}): LocalizedText => ({
  en: input.en,
  ...(input.fr ? { fr: input.fr } : {}),
  ...(input.it ? { it: input.it } : {}),
});

/** Words under which a product is found. */
export const wordsOf = (...texts: (string | undefined)[]): string[] => [
  ...new Set(
    texts
      .flatMap((text) => (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word !== ''),
  ),
];

const productDoc = ({ id, title, description, brand, category }: ProductInput): ProductDoc => ({
  _id: id,
  title: textOf(title),
  ...(description ? { description: textOf(description) } : {}),
  ...(brand ? { brand } : {}),
  category,
  words: wordsOf(title.en, title.fr ?? '', title.it ?? '', brand ?? ''),
});

const variantDoc = (productId: string, input: VariantInput): VariantDoc => ({
  _id: input.sku,
  productId,
  ...(input.label ? { label: textOf(input.label) } : {}),
  priceMinor: input.price.amountMinor,
  currency: input.price.currency,
  taxBasisPoints: input.taxBasisPoints ?? 2000,
  taxCategory: input.taxCategory ?? (input.taxBasisPoints === 0 ? 'EXEMPT' : 'STANDARD'),
  weightGrams: input.weightGrams,
  lengthMm: input.lengthMm,
  widthMm: input.widthMm,
  heightMm: input.heightMm,
  customisable: input.customisable ?? false,
  restrictions: [...(input.restrictions ?? [])],
  ...(input.preorderUntil == null ? {} : { preorderUntilMs: input.preorderUntil }),
  ...(input.backorderUntil == null ? {} : { backorderUntilMs: input.backorderUntil }),
});

/** What is wrong with a variant, if anything. */
function faultOf(variant: VariantDoc): Refusal | undefined {
  const refuse = (message: string): Refusal => ({ key: variant._id, code: 'BAD_USER_INPUT', message });
  if (!/^[\x21-\x7e]{1,100}$/.test(variant._id) || variant._id.includes('@'))
    return refuse('A SKU is 1 to 100 printable ASCII characters without spaces and @.');
  if (variant.priceMinor < 0) return refuse('A price is not negative.');
  const sizes = [variant.weightGrams, variant.lengthMm, variant.widthMm, variant.heightMm];
  if (sizes.some((size) => size < 1 || size > 1_000_000))
    return refuse('Weight and size are from 1 to 1,000,000.');
  if (variant.taxBasisPoints < 0 || variant.taxBasisPoints > 10_000)
    return refuse('A tax rate is from 0 to 10,000.');
  return undefined;
}

const eventVariant = ({ _id, label: _label, priceMinor, currency, ...rest }: VariantDoc) => ({
  ...rest,
  sku: _id,
  price: { amountMinor: priceMinor, currency },
});

/** Creates or replaces products with their variants; rows that are already so are left alone. */
export async function importProducts(
  deps: { models: CatalogModels; journal: Journal; newId: () => string },
  input: ImportProductsInput,
  by: Cause,
): Promise<ImportOutcome> {
  const { models, journal, newId } = deps;
  const products = input.products.map(productDoc);
  const all = input.products.flatMap((product) =>
    product.variants.map((each) => variantDoc(product.id, each)),
  );
  if (all.length > maxVariants)
    throw codedError('BAD_USER_INPUT', `One call takes at most ${maxVariants} variants, not ${all.length}.`);
  const refused = all.map(faultOf).filter((fault) => fault !== undefined);
  const bad = new Set(refused.map((fault) => fault.key));
  const variants = all.filter((variant) => !bad.has(variant._id));

  return withTransaction(journal.connection, async (tx) => {
    const known = await models.Variant.find({ _id: trusted({ $in: variants.map((each) => each._id) }) }).session(tx.session).lean(); // prettier-ignore
    const before = new Map(known.map((doc) => [doc._id, doc as VariantDoc]));
    const changed = variants.filter((variant) => !isDeepStrictEqual(before.get(variant._id), variant));
    const listed = await models.Product.find({ _id: trusted({ $in: products.map((each) => each._id) }) }, { _id: 1 }).session(tx.session).lean(); // prettier-ignore
    await replaceMany(models.Product, tx, products, new Set(listed.map((doc) => doc._id)));
    if (changed.length > 0) {
      await replaceMany(models.Variant, tx, changed, before);
      await journal.append(tx, {
        stream: `variants:${newId()}`,
        expectedSeq: 0,
        events: [{ type: 'catalog.VariantsChanged', data: { variants: changed.map(eventVariant) } }],
        ...by,
      });
    }
    return { changed: changed.length, unchanged: variants.length - changed.length, refused };
  });
}
