import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keysAreOn, switchKeys } from '../../ui/console/keys.ts';

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

/** What each key does; single-letter keys can be switched off. */
export function KeyList({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(keysAreOn);
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('keys.title')}>
      <dl className="key-list">
        {keys.map(([key, words]) => (
          <div key={words}>
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
  );
}
