import { useEffect, useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useTextsOf } from '../../../client/texts.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { shopTexts } from '../texts/shop.ts';
import { useCart } from './useCart.ts';

/** Search and cart, on every page of the shop. */
export function ShopBar({ words = '' }: { readonly words?: string }) {
  const t = useTextsOf(shopTexts);
  const [, goTo] = useLocation();
  const { cart } = useCart();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  const units = (cart?.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    goTo(typed.trim() === '' ? '/' : `/?${new URLSearchParams({ q: typed.trim() }).toString()}`);
  };
  return (
    <>
      <form role="search" className="shop-search" onSubmit={submit}>
        <Icon name="search" />
        <input
          type="search"
          value={typed}
          aria-label={t('search')}
          placeholder={t('search')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <Link href="/cart" className="button cart-link" aria-label={t('cartOf', { count: units })}>
        <Icon name="cart" />
        {units > 0 && <span className="figure">{units}</span>}
      </Link>
    </>
  );
}
