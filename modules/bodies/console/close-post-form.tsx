import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { call } from './staff-api.ts';
import { ChangeForm } from './change-form.tsx';

/** Does away with a vacant post (撤销岗位). */
export function ClosePostForm({ postId, close }: { postId: string; close: () => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const send = (commandId: string) =>
    call('POST /api/staff/posts/:id/close', { params: { id: postId }, body: { commandId, note } });
  const missing = note.trim() === '' ? ['note'] : [];
  return (
    <ChangeForm
      title={t('staff.closePost')}
      act={t('staff.closePost')}
      missing={missing}
      send={send}
      close={close}
      danger
    >
      {(faultOf) => (
        <Field label={t('staff.why')} hint={t('staff.closeAbout')} fault={faultOf('note')}>
          {(control) => (
            <Input {...control} maxLength={300} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </Field>
      )}
    </ChangeForm>
  );
}
