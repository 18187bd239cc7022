import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { callDuties } from './api.ts';

type Props = {
  readonly matterId: string;
  readonly ruling: { readonly body: { readonly zh: string; readonly en: string }; readonly isWrittenBack: boolean };
  readonly mayEdit: boolean;
};

const REASON_MIN = 5;

/** A ruling on a request, and one press with a reason to write it to the duty matrix (写回), for who may. */
export function WriteBack({ matterId, ruling, mayEdit }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const commandId = useRef(crypto.randomUUID());
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      callDuties('POST /api/requests/:id/duty', {
        params: { id: matterId },
        body: { commandId: commandId.current, reason: reason.trim() },
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['matters', 'request', matterId] }),
  });
  const { body, isWrittenBack } = ruling;
  return (
    <section aria-labelledby="ruling">
      <h2 id="ruling">{t('duty.ruling')}</h2>
      <p>{t('duty.ruledTo', { body: say(body) })}</p>
      {isWrittenBack && <p className="hint">{t('duty.writtenBack')}</p>}
      {!isWrittenBack && mayEdit && (
        <>
          <Field label={t('duty.writeBackReason')} hint={t('duty.writeBackHint')}>
            {(control) => (
              <Input {...control} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          <Button loading={isPending} disabled={[...reason.trim()].length < REASON_MIN} onClick={() => mutate()}>
            {t('duty.writeBack')}
          </Button>
          <FailureLine failure={error ? failureOf(error) : undefined} />
        </>
      )}
    </section>
  );
}
