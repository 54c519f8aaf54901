import { useSyncExternalStore } from 'react';

const key = 'promesse.cart';
const listeners = new Set<() => void>();

/** Id of the visitor's cart. It proves nothing: the graph shows a cart to whoever opened it. */
export function cartId(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function rememberCart(id: string): void {
  try {
    if (id === '') localStorage.removeItem(key);
    else localStorage.setItem(key, id);
  } catch {
    // The cart lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useCartId = (): string => useSyncExternalStore(subscribe, cartId);
