import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { SetHere } from '../contract/views.ts';

/** Says a limit that the district set otherwise (本区设定): how long, since when, by which paper, and who set it. */
export function useSetHere(): (set: SetHere) => string {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return ({ limit, since, source, by }) =>
    by
      ? t('clock.setHereBy', { limit: say(limit), since: date(since), source, by: say(by) })
      : t('clock.setHere', { limit: say(limit), since: date(since), source });
}
