import { useCommonTexts } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';

/** The pages of this face. */
export default function StoreFace() {
  const t = useCommonTexts();
  return (
    <Frame title={t('face.store')} face="store">
      <div className="empty">
        <h1>{t('face.store')}</h1>
        <p>{t('soon')}</p>
      </div>
    </Frame>
  );
}
