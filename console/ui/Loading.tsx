import { useCommonTexts } from '../client/texts.ts';

/** Something is on its way. Shown only after a moment, so that quick answers do not flicker. */
export function Loading() {
  const t = useCommonTexts();
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}
