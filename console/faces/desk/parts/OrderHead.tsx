import { Link } from 'wouter';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { actionTexts } from '../texts/actions.ts';
import { deskTexts } from '../texts/desk.ts';
import { OrderState } from './OrderState.tsx';
import type { DeskOrderView } from './useOrder.ts';

interface OrderHeadProps {
  readonly order: DeskOrderView;
  readonly onAction: (action: 'cancel' | 'goodwill' | 'repromise') => void;
}

/** Which order it is, how it stands, and what can be done; the one that cannot be undone comes last. */
export function OrderHead({ order, onAction }: OrderHeadProps) {
  const t = useTextsOf(deskTexts);
  const act = useTextsOf(actionTexts);
  const formats = useFormats();
  const open = order.lines.some(({ quantities: q }) => q.ordered - q.cancelled - q.shipped > 0);
  const paid = order.sums.captured.amountMinor - order.sums.refunded.amountMinor > 0;
  return (
    <header className="order-head">
      <div>
        <Link href="/" className="small back">
          <Icon name="back" /> {t('orders')}
        </Link>
        <h1>
          <span className="figure">{order.number}</span> <OrderState order={order} />
        </h1>
        <p className="muted">
          {[order.addressLines?.name, formats.dayTime(order.placedAt), formats.money(order.sums.total)]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      </div>
      <div className="actions" role="group" aria-label={act('actions')}>
        <button type="button" className="button" disabled={!open} onClick={() => onAction('repromise')}>
          {act('repromise')}
        </button>
        <button type="button" className="button" disabled={!paid} onClick={() => onAction('goodwill')}>
          {act('goodwill')}
        </button>
        <button type="button" className="button danger" disabled={!open} onClick={() => onAction('cancel')}>
          {act('cancelUnits')}
        </button>
      </div>
    </header>
  );
}
