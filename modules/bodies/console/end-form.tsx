import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import type { PostView } from '../contract/staff-routes.ts';
import { lawfulGrounds, staffGrounds, type EndGround } from '../contract/staffing.ts';
import { call } from './staff-api.ts';
import { ChangeForm } from './change-form.tsx';

type Props = {
  readonly post: PostView;
  readonly appointmentId: string;
  readonly today: string;
  readonly close: () => void;
};

/** Ends an appointment (离任), at once or at the end of a day; an elected person's only on lawful grounds. */
export function EndForm({ post, appointmentId, today, close }: Props) {
  const { t } = useTranslation();
  const isElected = post.tenure === 'elected';
  const [wish, setWish] = useState<{ ground: EndGround | ''; note: string; lastOn: string; atOnce: boolean }>({
    ground: '',
    note: '',
    lastOn: today,
    atOnce: true,
  });
  const set = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }));
  const missing = [
    ...(wish.ground === '' ? ['ground'] : []),
    ...(wish.note.trim() === '' ? ['note'] : []),
    ...(!wish.atOnce && wish.lastOn === '' ? ['lastOn'] : []),
  ];
  const send = (commandId: string) =>
    call('POST /api/staff/appointments/:id/end', {
      params: { id: appointmentId },
      body: {
        commandId,
        ground: wish.ground || 'resigned',
        note: wish.note,
        lastOn: wish.atOnce ? null : wish.lastOn,
      },
    });
  const grounds = isElected ? lawfulGrounds : staffGrounds;
  return (
    <ChangeForm title={t('staff.end')} act={t('staff.end')} missing={missing} send={send} close={close} danger>
      {(faultOf) => (
        <>
          <Field
            label={t('staff.ground')}
            fault={faultOf('ground')}
            hint={isElected ? t('staff.groundElected') : undefined}
          >
            {(control) => (
              <Select
                {...control}
                value={wish.ground || null}
                options={grounds.map((ground) => ({ value: ground, label: t(`endGround.${ground}`) }))}
                onChange={(ground) => ground !== null && set({ ground })}
              />
            )}
          </Field>
          <Field label={t('staff.basis')} hint={t('staff.basisAbout')} fault={faultOf('note')}>
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={wish.note}
                onChange={({ target }) => set({ note: target.value })}
              />
            )}
          </Field>
          <Field label={t('staff.when')} group>
            {() => (
              <Radio.Group
                value={wish.atOnce}
                options={[
                  { value: true, label: t('staff.atOnce') },
                  { value: false, label: t('staff.atDay') },
                ]}
                onChange={({ target }) => set({ atOnce: target.value === true })}
              />
            )}
          </Field>
          {!wish.atOnce && (
            <Field label={t('staff.lastOn')} fault={faultOf('lastOn')}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  min={today}
                  value={wish.lastOn}
                  onChange={({ target }) => set({ lastOn: target.value })}
                />
              )}
            </Field>
          )}
        </>
      )}
    </ChangeForm>
  );
}
