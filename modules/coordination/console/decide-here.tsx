import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { DecisionForm, useDecisionBodies } from './decision-form.tsx';
import { ChoiceField, DayField, WordsField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';

type Props = {
  readonly item: ItemView;
  readonly meetingId: string;
  readonly heldOn: string;
  readonly close: () => void;
};

/** Solved here (就地解决): what is to be done, by which body, by which day. */
export function DecideHere({ item, meetingId, heldOn, close }: Props) {
  const { t } = useTranslation();
  const bodies = useDecisionBodies(meetingId, 'here');
  const [what, setWhat] = useState(item.topic);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const { send, isPending, failure, isFaulty, faultAt } = useCommand(
    (commandId, body: { what: string; bodyId: string | null; dueOn: string }) =>
      callMeetings('POST /api/meetings/:id/items/:item/here', {
        params: { id: meetingId, item: item.id },
        body: { ...body, commandId },
      }),
    { refresh: cache.meetings, at: ['what', 'body', 'dueOn'], after: close },
  );
  return (
    <DecisionForm
      name={t('meetings.here')}
      press={t('meetings.decideHere')}
      isPending={isPending}
      failure={failure}
      faulty={isFaulty}
      send={() => send({ what, bodyId, dueOn })}
      close={close}
    >
      <WordsField label={t('meetings.what')} value={what} onChange={setWhat} fault={faultAt('what')} />
      <ChoiceField
        label={t('meetings.owner')}
        value={bodyId}
        options={bodies}
        onChange={setBodyId}
        fault={faultAt('body')}
      />
      <DayField label={t('meetings.dueOn')} value={dueOn} min={heldOn} onChange={setDueOn} fault={faultAt('dueOn')} />
    </DecisionForm>
  );
}
