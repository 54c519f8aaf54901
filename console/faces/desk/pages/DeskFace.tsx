import { useCommonTexts } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';

/** The pages of this face. */
export default function DeskFace() {
  const t = useCommonTexts();
  return (
    <Frame title={t('face.desk')} face="desk">
      <div className="empty">
        <h1>{t('face.desk')}</h1>
        <p>{t('soon')}</p>
      </div>
    </Frame>
  );
}
