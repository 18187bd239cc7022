import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keysAreOn, switchKeys, useKeys } from '../../ui/console/keys.ts';

const keys = [
  ['j / ↓', 'keys.down'],
  ['k / ↑', 'keys.up'],
  ['Enter', 'keys.open'],
  ['/', 'keys.search'],
  ['s', 'keys.star'],
  ['v', 'keys.view'],
  ['g q', 'keys.home'],
  ['g d', 'keys.day'],
  ['x / X', 'keys.choose'],
  ['a / c / m', 'keys.bulk'],
  ['c', 'keys.assign'],
  ['n', 'keys.note'],
  ['d', 'keys.closeDay'],
  ['e', 'keys.file'],
  ['p', 'keys.print'],
  ['1 – 9', 'keys.step'],
  ['Ctrl + Enter', 'keys.send'],
  ['Esc', 'keys.close'],
  ['r', 'keys.reload'],
  ['?', 'keys.help'],
] as const;

/** The keys of every page, shown by `?`; single-letter keys can be switched off. */
export function KeyHelp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(keysAreOn);
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
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} destroyOnHidden title={t('keys.title')}>
        <dl className="key-list">
          {keys.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          checked={on}
          onChange={({ target }) => {
            switchKeys(target.checked);
            setOn(target.checked);
          }}
        >
          {t('keys.on')}
        </Checkbox>
      </Modal>
    </footer>
  );
}
