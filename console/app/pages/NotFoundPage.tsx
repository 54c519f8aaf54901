import { Link } from 'wouter';
import { Frame } from '../../ui/Frame.tsx';
import { useCommonTexts } from '../../client/texts.ts';

export function NotFoundPage() {
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
