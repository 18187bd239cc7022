import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

type Done = { readonly new: number; readonly changed: number; readonly passwords: string | null };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What was imported, and the one chance to keep the first passwords. */
export function ImportDone({ done }: { done: Done }) {
  const { t } = useTranslation();
  const { passwords } = done;
  return (
    <section className="note" role="status">
      <p>
        <strong>{t('workbook.done', { new: done.new, changed: done.changed })}</strong>
      </p>
      {passwords !== null && (
        <>
          <p>{t('workbook.passwordsAbout')}</p>
          <Button type="primary" onClick={() => save(passwords, t('workbook.passwordsFile'))}>
            {t('workbook.passwords')}
          </Button>
        </>
      )}
      <p>
        <Link to="/manage/vacancies">{t('workbook.thenVacancies')}</Link>
      </p>
    </section>
  );
}

/** Saves bytes that the page holds as a file; nothing of it is sent anywhere. */
function save(base64: string, name: string) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: xlsx }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
