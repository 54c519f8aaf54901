import type { CombinedError } from 'urql';
import { useFaultText } from '../client/faults.ts';
import { useCommonTexts } from '../client/texts.ts';
import { Notice } from './Notice.tsx';

interface FaultProps {
  readonly error: CombinedError | undefined;
  readonly onRetry?: () => void;
}

/** What went wrong while something was read, and a way on; nothing without an error. */
export function Fault({ error, onRetry }: FaultProps) {
  const t = useCommonTexts();
  const faultText = useFaultText();
  if (error === undefined) return null;
  return (
    <Notice tone="danger">
      {faultText(error)}{' '}
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </Notice>
  );
}
