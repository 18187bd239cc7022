import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { EntryView } from '../contract/views.ts';

/** What others did while the form was open, in sentences. */
export function ChangedSince({ entries, stillPossible }: { entries: readonly EntryView[]; stillPossible: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  if (entries.length === 0) return null;
  return (
    <section className="changed-since" aria-live="polite">
      <p>{t('step.changedSince')}</p>
      <ul>
        {entries.map(({ seq, at, sentence }) => (
          <li key={seq}>
            {moment(at)} {say(sentence)}
          </li>
        ))}
      </ul>
      <p className="hint">{t(stillPossible ? 'step.changedSinceNext' : 'step.changedSinceOver')}</p>
    </section>
  );
}
