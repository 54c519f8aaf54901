/** Counts what each principal holds open, whatever it came in by. */
export interface Holdings {
  /** Takes one more for a principal: a function that gives it back (once), or undefined when it has enough. */
  take(principal: string): (() => void) | undefined;
}

/** Holdings of at most `most` for each principal. */
export function createHoldings(most: number): Holdings {
  const held = new Map<string, number>();
  return {
    take(principal) {
      const count = held.get(principal) ?? 0;
      if (count >= most) return undefined;
      held.set(principal, count + 1);
      let isBack = false;
      return () => {
        if (isBack) return;
        isBack = true;
        const left = (held.get(principal) ?? 1) - 1;
        if (left > 0) held.set(principal, left);
        else held.delete(principal);
      };
    },
  };
}
