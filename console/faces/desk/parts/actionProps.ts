import type { DeskOrderView } from './useOrder.ts';

/** What a dialog about an order is given. */
export interface ActionProps {
  readonly order: DeskOrderView;
  readonly onClose: () => void;
  /** It is done; said to the person in these words. */
  readonly onDone: (text: string) => void;
}
