import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useSearchParams } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopSearch, type ShopSearchResult } from '../generated/operations.ts';
import { ShopBar } from '../parts/ShopBar.tsx';
import { Swatch } from '../parts/Swatch.tsx';
import { shopTexts } from '../texts/shop.ts';

type Product = ShopSearchResult['products']['edges'][number]['node'];

/** The best word for all variants together. */
const order = ['IN_STOCK', 'LOW_STOCK', 'BACKORDER', 'PREORDER', 'OUT_OF_STOCK'] as const;

function ProductCard({ product }: { readonly product: Product }) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const [cheapest] = product.variants.map(({ price }) => price).sort((a, b) => a.amountMinor - b.amountMinor);
  const several = new Set(product.variants.map(({ price }) => price.amountMinor)).size > 1;
  const status = order.find((each) =>
    product.variants.some(({ availability }) => availability.status === each),
  );
  return (
    <li className="product-card">
      <Link href={`/products/${encodeURIComponent(product.id)}`}>
        <Swatch of={product.title} />
        <span className="product-name">{product.title}</span>
        {cheapest !== undefined && (
          <span className="figure">
            {several ? t('from', { price: formats.money(cheapest) }) : formats.money(cheapest)}
          </span>
        )}
        {status !== undefined && <span className="muted small">{t(`available.${status}`)}</span>}
      </Link>
    </li>
  );
}

/** One page of what was found, and the next one below it. */
function Page({
  words,
  after,
  last,
}: {
  readonly words: string;
  readonly after?: string;
  readonly last: boolean;
}) {
  const t = useTextsOf(shopTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [wantsMore, setWantsMore] = useState(false);
  const [{ data, error, fetching }] = useQuery({
    query: shopSearch,
    variables: { locale, after, search: words === '' ? undefined : words },
  });
  if (error) return <Notice tone="danger">{faultText(error)}</Notice>;
  if (fetching && !data) return <Loading />;
  const { edges = [], pageInfo } = data?.products ?? {};
  if (edges.length === 0 && last) return <p className="empty">{t('nothing')}</p>;
  return (
    <>
      <ul className="product-grid">
        {edges.map(({ node }) => (
          <ProductCard key={node.id} product={node} />
        ))}
      </ul>
      {pageInfo?.hasNextPage && !wantsMore && (
        <p className="more">
          <button type="button" className="button" onClick={() => setWantsMore(true)}>
            {t('more')}
          </button>
        </p>
      )}
      {wantsMore && pageInfo?.endCursor != null && (
        <Page words={words} after={pageInfo.endCursor} last={false} />
      )}
    </>
  );
}

/** What the shop has. */
export function SearchPage() {
  const t = useTextsOf(shopTexts);
  const [query] = useSearchParams();
  const words = query.get('q') ?? '';
  const title = words === '' ? t('everything') : t('results', { words });
  return (
    <Frame title={title} face="shop" bar={<ShopBar words={words} />}>
      <h1 className="shop-title">{title}</h1>
      <Page key={words} words={words} last />
    </Frame>
  );
}
