import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { DecisionForm } from './decision-form.tsx';
import { LineField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';

type Props = { readonly item: ItemView; readonly meetingId: string; readonly close: () => void };

/** Struck off the agenda (划去), with a reason that stays readable. */
export function Strike({ item, meetingId, close }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { send, isPending, failure, isFaulty, faultAt } = useCommand(
    (commandId, body: { reason: string }) =>
      callMeetings('POST /api/meetings/:id/items/:item/strike', {
        params: { id: meetingId, item: item.id },
        body: { ...body, commandId },
      }),
    { refresh: cache.meetings, at: ['reason'], after: close },
  );
  return (
    <DecisionForm
      name={t('meetings.strike')}
      press={t('meetings.strike')}
      isPending={isPending}
      failure={failure}
      faulty={isFaulty}
      send={() => send({ reason })}
      close={close}
    >
      <LineField label={t('meetings.reason')} value={reason} onChange={setReason} fault={faultAt('reason')} />
    </DecisionForm>
  );
}
