import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { categories, type Category } from '../contract/category.ts';
import type { DutyView } from '../contract/duty-routes.ts';
import { callDuties } from './api.ts';
import { DutyForm } from './duty-form.tsx';
import { DutyImport } from './duty-import.tsx';

/** The duty matrix (职责分工): who answers for which kind of request where, with earlier lines; edited by who may. */
export function DutiesPage({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const [category, setCategory] = useState<Category | null>(null);
  const [withEarlier, setWithEarlier] = useState(false);
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['duties'],
    queryFn: () => callDuties('GET /api/duties', { query: {} }),
  });
  const shown = (data?.lines ?? [])
    .filter((line) => (category === null || line.category === category) && (withEarlier || line.holds))
    .toSorted(
      (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || (a.areaCode < b.areaCode ? -1 : 1),
    );
  return (
    <main id="main" className="reading">
      <h1>{t('duty.title')}</h1>
      <p>{t('duty.about')}</p>
      <p className="actions">
        <Select<Category | null>
          aria-label={t('duty.category')}
          allowClear
          placeholder={t('duty.anyCategory')}
          popupMatchSelectWidth={false}
          value={category}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          onChange={(chosen) => setCategory(chosen ?? null)}
        />
        <Checkbox checked={withEarlier} onChange={({ target }) => setWithEarlier(target.checked)}>
          {t('duty.withEarlier')}
        </Checkbox>
        {mayEdit && <Button href="/api/duties-workbook">{t('duty.export')}</Button>}
      </p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && shown.length === 0 && <Empty title={t('duty.none')} />}
      {data && shown.length > 0 && <Lines lines={shown} today={data.today} />}
      {mayEdit && data && (
        <>
          <DutyForm today={data.today} />
          <DutyImport />
        </>
      )}
    </main>
  );
}

function Lines({ lines, today }: { lines: readonly DutyView[]; today: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <div className="wide">
      <table>
        <ColumnHeads
          heads={(['category', 'place', 'body', 'limit', 'from', 'source'] as const).map((key) => t(`duty.${key}`))}
        />
        <tbody>
          {lines.map(({ id, category, area, body, limitWorkingDays, fromOn, source, reason, holds }) => (
            <tr key={id} className={holds ? undefined : 'earlier'}>
              <td>{t(`category.${category}`)}</td>
              <td>{say(area)}</td>
              <td>{body ? say(body) : t('duty.ended')}</td>
              <td>{limitWorkingDays === null ? '—' : t('duty.days', { count: limitWorkingDays })}</td>
              <td className="number">
                {date(fromOn)}
                {!holds && <span className="hint"> {t(fromOn > today ? 'duty.later' : 'duty.earlier')}</span>}
              </td>
              <td>
                {source}
                {reason !== '' && <span className="hint"> {reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
