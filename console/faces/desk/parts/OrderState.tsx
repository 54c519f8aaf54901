import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';

interface OrderStateProps {
  readonly order: {
    readonly status: string;
    readonly statusText: string;
    readonly delayed: boolean;
    readonly atRisk: boolean;
  };
}

const toneOf = (status: string): string => {
  switch (status) {
    case 'DELIVERED':
    case 'CLOSED':
      return 'success';
    case 'CANCELLED':
      return '';
    case 'ON_HOLD':
      return 'warning';
    default:
      return 'info';
  }
};

/** How an order stands, and whether its promise is in danger. */
export function OrderState({ order: { status, statusText, delayed, atRisk } }: OrderStateProps) {
  const t = useTextsOf(deskTexts);
  return (
    <span className="badges">
      <span className={`badge ${toneOf(status)}`}>{statusText}</span>
      {delayed && <span className="badge danger">{t('late')}</span>}
      {atRisk && !delayed && <span className="badge warning">{t('atRisk')}</span>}
    </span>
  );
}
