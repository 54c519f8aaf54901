import { useCommonTexts } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';

/** The pages of this face. */
export default function TowerFace() {
  const t = useCommonTexts();
  return (
    <Frame title={t('face.tower')} face="tower">
      <div className="empty">
        <h1>{t('face.tower')}</h1>
        <p>{t('soon')}</p>
      </div>
    </Frame>
  );
}
