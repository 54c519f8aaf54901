/** Units of a SKU that a cart holds at a location. */
export interface HeldLine {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** What a cart holds, until when. */
export interface CartHold {
  readonly cartId: string;
  readonly reservationId: string;
  readonly heldUntilMs: number;
  readonly lines: readonly HeldLine[];
}

/** What carts hold at this moment: reserved for everybody else, and there for the cart itself. */
export class CartHoldBook {
  readonly #holds = new Map<string, CartHold>();

  set(hold: CartHold): void {
    this.#holds.set(hold.cartId, hold);
  }

  /** The cart holds nothing by this reservation any more; by a later one it may. */
  end(cartId: string, reservationId: string): void {
    if (this.#holds.get(cartId)?.reservationId === reservationId) this.#holds.delete(cartId);
  }

  /** Whatever the cart holds is read anew. */
  forget(cartId: string): void {
    this.#holds.delete(cartId);
  }

  /** Units that are the cart's own now; undefined when it holds none. */
  of(cartId: string | undefined, nowMs: number): readonly HeldLine[] | undefined {
    if (cartId === undefined) return undefined;
    const hold = this.#holds.get(cartId);
    return hold !== undefined && hold.heldUntilMs > nowMs ? hold.lines : undefined;
  }

  /** Forgets those whose time is over. */
  expire(nowMs: number): void {
    for (const [cartId, { heldUntilMs }] of this.#holds) if (heldUntilMs <= nowMs) this.#holds.delete(cartId);
  }
}
