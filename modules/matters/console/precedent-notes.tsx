import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { PrecedentView } from '../contract/views.ts';

/** How matters like this one were ruled before (先前裁定), each with who had been asked and the reason behind it. */
export function PrecedentNotes({ precedents }: { precedents: readonly PrecedentView[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useTimes();
  if (precedents.length === 0) return null;
  return (
    <ul className="note precedents">
      {precedents.map(({ at, ruledTo, askedBefore, reason }) => (
        <li key={`${at} ${ruledTo.zh}`}>
          {t('step.precedent', { body: say(ruledTo), day: day(at) })}
          <details>
            <summary>{t('step.precedentWhy')}</summary>
            <p>{t('step.precedentAsked', { bodies: askedBefore.map(say).join(t('comma')) })}</p>
            <p>{reason ?? t('step.precedentReasonGone')}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
