import { Link } from 'wouter';
import { useCommonTexts } from '../client/texts.ts';
import { Frame } from './Frame.tsx';

/** Nothing is at this address. */
export function NotFound() {
  const t = useCommonTexts();
  return (
    <Frame title={t('notFound')}>
      <div className="empty">
        <h1>{t('notFound')}</h1>
        <Link href="~/" className="button">
          {t('home')}
        </Link>
      </div>
    </Frame>
  );
}
