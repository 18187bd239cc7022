import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beyonds } from '../contract/meeting-lists.ts';
import type { ItemView } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { DecisionForm, useDecisionBodies } from './decision-form.tsx';
import { ChoiceField, WordsField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';

type Props = { readonly item: ItemView; readonly meetingId: string; readonly close: () => void };

/** Escalated (上报): to whom, what was tried, why it is beyond the meeting. */
export function DecideUp({ item, meetingId, close }: Props) {
  const { t } = useTranslation();
  const bodies = useDecisionBodies(meetingId, 'up');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [tried, setTried] = useState('');
  const [beyond, setBeyond] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const { send, isPending, failure, isFaulty, faultAt } = useCommand(
    (commandId, body: { bodyId: string | null; tried: string; beyond: string; why: string }) =>
      callMeetings('POST /api/meetings/:id/items/:item/up', {
        params: { id: meetingId, item: item.id },
        body: { ...body, commandId },
      }),
    { refresh: cache.meetings, at: ['tried', 'beyond', 'why', 'body'], after: close },
  );
  return (
    <DecisionForm
      name={t('meetings.up')}
      press={t('meetings.decideUp')}
      isPending={isPending}
      failure={failure}
      faulty={isFaulty}
      send={() => send({ bodyId, tried, beyond: beyond ?? '', why })}
      close={close}
    >
      <WordsField label={t('meetings.tried')} value={tried} onChange={setTried} fault={faultAt('tried')} />
      <ChoiceField
        label={t('meetings.beyond')}
        value={beyond}
        options={beyonds.map((value) => ({ value, label: t(`meetings.beyonds.${value}`) }))}
        onChange={setBeyond}
        fault={faultAt('beyond')}
      />
      <WordsField label={t('meetings.why')} value={why} onChange={setWhy} fault={faultAt('why')} />
      <ChoiceField
        label={t('meetings.upTo')}
        value={bodyId}
        options={bodies}
        onChange={setBodyId}
        fault={faultAt('body')}
      />
    </DecisionForm>
  );
}
