import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FaultTable } from '../../../ui/console/fault-table.tsx';
import { FileChoice } from '../../../ui/console/file-choice.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { sendDuties } from './api.ts';

/** Import of the duty matrix (职责分工表): choose a file, read what would change, confirm. */
export function DutyImport() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const preview = useMutation({
    mutationFn: (chosen: File) => sendDuties('POST /api/duties-workbook/preview', chosen),
  });
  const confirm = useMutation({
    mutationFn: ({ chosen, digest }: { chosen: File; digest: string }) =>
      sendDuties('POST /api/duties-workbook/import', chosen, { digest }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['duties'] }),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    confirm.reset();
    preview.mutate(chosen);
  };
  const failure = confirm.error ?? preview.error;
  const { data } = preview;
  return (
    <section aria-labelledby="duty-import">
      <h2 id="duty-import">{t('duty.import')}</h2>
      <p>{t('duty.importAbout')}</p>
      <FileChoice label={t('workbook.choose')} accept=".xlsx,.xls" busy={preview.isPending} leads onChoose={choose} />
      <FailureLine failure={failure ? failureOf(failure) : undefined} />
      {confirm.isSuccess && (
        <p className="note" role="status">
          {t('duty.imported', { count: confirm.data.recorded })}
        </p>
      )}
      {data && !confirm.isSuccess && file && (
        <>
          <p>{t('duty.previewed', { rows: data.rows, changed: data.changes.length, unchanged: data.unchanged })}</p>
          {data.faults.length > 0 && <FaultTable faults={data.faults} />}
          <ul className="plain">
            {data.changes.map(({ row, category, area, before, after }) => (
              <li key={row}>
                {t('duty.change', { row, category: t(`category.${category}`), area, before: before || '—', after })}
              </li>
            ))}
          </ul>
          {data.faults.length === 0 && data.changes.length > 0 && (
            <Button
              type="primary"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ chosen: file, digest: data.digest })}
            >
              {t('workbook.confirm', { count: data.changes.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
