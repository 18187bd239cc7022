import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import type { PostView } from '../contract/staff-routes.ts';
import { call } from './staff-api.ts';
import { ChangeForm } from './change-form.tsx';
import { PersonChoice } from './person-choice.tsx';
import { SpanFields } from './span-fields.tsx';

type Props = { readonly post: PostView; readonly today: string; readonly close: () => void };

/** Appoints a person to a vacant post (任职). */
export function AppointForm({ post, today, close }: Props) {
  const { t } = useTranslation();
  const [wish, setWish] = useState({ accountId: '', fromOn: today, toOn: '', note: '' });
  const set = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }));
  const isElected = post.tenure === 'elected';
  const missing = [
    ...(wish.accountId === '' ? ['accountId'] : []),
    ...(wish.fromOn === '' ? ['fromOn'] : []),
    ...(isElected && wish.note.trim() === '' ? ['note'] : []),
  ];
  const send = (commandId: string) =>
    call('POST /api/staff/posts/:id/appointments', {
      params: { id: post.id },
      body: { ...wish, commandId, toOn: wish.toOn || null },
    });
  return (
    <ChangeForm title={t('staff.appoint')} act={t('staff.appoint')} missing={missing} send={send} close={close}>
      {(faultOf) => (
        <>
          <Field label={t('staff.person')} fault={faultOf('accountId')}>
            {(control) => (
              <PersonChoice
                control={control}
                value={wish.accountId || undefined}
                onChange={(accountId) => set({ accountId })}
              />
            )}
          </Field>
          <SpanFields {...wish} isOpen faultOf={faultOf} set={set} />
          <Field
            label={t(isElected ? 'staff.election' : 'staff.note')}
            optional={!isElected}
            fault={faultOf('note')}
            hint={isElected ? t('staff.electionAbout') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={wish.note}
                onChange={({ target }) => set({ note: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </ChangeForm>
  );
}
