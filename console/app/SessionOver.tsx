import { Notice } from '../ui/Notice.tsx';
import { accessToken, useSession } from '../client/session.ts';
import { useCommonTexts } from '../client/texts.ts';

/** Says that the session has ended, above the page, which stays as it is. */
export function SessionOver() {
  const session = useSession();
  const t = useCommonTexts();
  if (session.phase !== 'over') return null;
  return (
    <Notice tone="warning">
      <span>{t('signIn.over')}</span>{' '}
      <a href="/session/sign-in?return=/" target="_blank" rel="noreferrer">
        {t('signIn.again')}
      </a>{' '}
      <button
        type="button"
        className="button quiet"
        onClick={() => void accessToken().catch(() => undefined)}
      >
        {t('retry')}
      </button>
    </Notice>
  );
}
