import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FileChoice } from '../../../ui/console/file-choice.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { sendFile } from './bodies-api.ts';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';

/** Export and import of areas, bodies, posts and people (建制表): choose a file, read what would change, confirm. */
export function WorkbookPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const preview = useMutation({
    mutationFn: (chosen: File) => sendFile('POST /api/district-workbook/preview', chosen),
  });
  const confirm = useMutation({
    mutationFn: ({ chosen, digest }: { chosen: File; digest: string }) =>
      sendFile('POST /api/district-workbook/import', chosen, { digest }),
    onSuccess: () => void client.invalidateQueries(),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    confirm.reset();
    preview.mutate(chosen);
  };
  const failure = confirm.error ?? preview.error;
  return (
    <main id="main" className="reading">
      <h1>{t('workbook.title')}</h1>
      <p>{t('workbook.about')}</p>
      <p className="actions">
        <Button href="/api/district-workbook">{t('workbook.export')}</Button>
        <Button href="/api/district-workbook?empty=yes">{t('workbook.empty')}</Button>
        <FileChoice label={t('workbook.choose')} accept=".xlsx,.xls" busy={preview.isPending} leads onChoose={choose} />
      </p>
      <FailureLine failure={failure ? failureOf(failure) : undefined} />
      {confirm.isSuccess && <ImportDone done={confirm.data} />}
      {preview.isSuccess && !confirm.isSuccess && file && (
        <ImportPreview
          fileName={file.name}
          preview={preview.data}
          busy={confirm.isPending}
          confirm={() => confirm.mutate({ chosen: file, digest: preview.data.digest })}
        />
      )}
    </main>
  );
}
