import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/console/keys.ts';

const KeyList = lazy(async () => ({ default: (await import('./key-list.tsx')).KeyList }));

/** The keys of every page, shown by `?`; single-letter keys can be switched off. */
export function KeyHelp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState<boolean>();
  useKeys({
    '?': () => setOpen(true),
    'g q': () => void navigate({ to: '/' }),
    'g d': () => void navigate({ to: '/day' }),
  });
  return (
    <footer className="page-end">
      <button type="button" onClick={() => setOpen(true)}>
        {t('keys.title')} <kbd>?</kbd>
      </button>
      {open !== undefined && (
        <Suspense fallback={null}>
          <KeyList open={open} close={() => setOpen(false)} />
        </Suspense>
      )}
    </footer>
  );
}
