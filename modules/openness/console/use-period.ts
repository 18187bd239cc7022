import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';

/** Says the period of a disclosure (所属期) as people say it: 2026年11月, 2026年第4季度, 2026年, or the day. */
export function usePeriod(): (period: string) => string {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { date } = useTimes();
  return (period) => {
    const [year = '', part, day] = period.split('-');
    if (day !== undefined) return date(period);
    if (part === undefined) return t('disclosures.periods.year', { year });
    if (part.startsWith('Q')) return t('disclosures.periods.quarter', { year, quarter: part.slice(1) });
    return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${period}-01T00:00:00Z`));
  };
}
