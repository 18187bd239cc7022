import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { CalendarChange } from '../contract/calendar.ts';
import type { Changing } from './calendar-api.ts';

type Props = { readonly changing: Changing; readonly wanted: CalendarChange; readonly done: () => void };

/** Looks first how many running limits would move, says so, and changes the calendar only then (先看影响，再确认). */
export function CalendarConfirm({ changing: { preview, change }, wanted, done }: Props) {
  const { t } = useTranslation();
  const isSeen = preview.isSuccess && preview.variables === wanted;
  const failed = [change, preview].find(({ isError, variables }) => isError && variables === wanted);
  return (
    <div className="confirm">
      <div role="status">
        {isSeen && <p className="note">{t('officeCalendar.wouldMove', { count: preview.data.moves })}</p>}
      </div>
      {failed && <FailureLine failure={failureOf(failed.error)} />}
      {isSeen ? (
        <Button
          type="primary"
          size="large"
          loading={change.isPending}
          onClick={() => change.mutate(wanted, { onSuccess: done })}
        >
          {t('officeCalendar.confirm')}
        </Button>
      ) : (
        <Button type="primary" size="large" loading={preview.isPending} onClick={() => preview.mutate(wanted)}>
          {t('officeCalendar.preview')}
        </Button>
      )}
    </div>
  );
}
