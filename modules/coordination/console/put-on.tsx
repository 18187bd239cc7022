import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MatterNumber } from '../../access/console/index.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { ItemCause } from '../contract/meeting-lists.ts';
import type { MeetingView, ProposalView } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { LineField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';

type Wish = { readonly matter: string; readonly topic: string; readonly cause: ItemCause; readonly reason: string };

/** What the agenda proposes itself, taken over with one press; or something of one's own with a reason. */
export function PutOn({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: cache.proposals(meeting.id),
    queryFn: () => callMeetings('GET /api/meetings/:id/proposals', { params: { id: meeting.id } }),
  });
  const put = useCommand(
    (commandId, wish: Wish) =>
      callMeetings('POST /api/meetings/:id/items', { params: { id: meeting.id }, body: { ...wish, commandId } }),
    { refresh: cache.meetings },
  );
  const [pressed, setPressed] = useState<string>();
  const said = ({ cause, count }: ProposalView) => t(`meetings.proposed.${cause}`, { count });
  return (
    <div className="unprinted">
      <h3>{t('meetings.proposals')}</h3>
      {data?.proposals.length === 0 && <p className="hint">{t(`meetings.noProposals.${meeting.tier}`)}</p>}
      {data && data.proposals.length > 0 && (
        <ul className="agenda">
          {data.proposals.map((one) => (
            <li key={one.matterId}>
              <Button
                size="small"
                loading={put.isPending}
                onClick={() => {
                  setPressed(one.matterId);
                  put.send({ matter: one.number, topic: '', cause: one.cause, reason: said(one) });
                }}
              >
                {t('meetings.put')}
                <span className="unseen"> {one.number}</span>
              </Button>{' '}
              <MatterNumber id={one.matterId} number={one.number} /> {one.title}
              <p className="hint">
                {said(one)}
                {one.place && ` · ${one.place}`}
              </p>
              {pressed === one.matterId && <FailureLine failure={put.failure} />}
            </li>
          ))}
        </ul>
      )}
      {data?.proposals.every(({ matterId }) => matterId !== pressed) && <FailureLine failure={put.failure} />}
      <Own meetingId={meeting.id} />
    </div>
  );
}

function Own({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const empty = { matter: '', topic: '', reason: '' };
  const [wish, setWish] = useState(empty);
  const { send, isPending, failure, faultAt } = useCommand(
    (commandId, body: typeof empty) =>
      callMeetings('POST /api/meetings/:id/items', {
        params: { id: meetingId },
        body: { ...body, cause: 'raised', commandId },
      }),
    { refresh: cache.meetings, at: ['topic', 'matter', 'reason'], after: () => setWish(empty) },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(wish);
  };
  return (
    <form className="form" aria-labelledby="own-item" noValidate onSubmit={submit}>
      <h3 id="own-item">{t('meetings.own')}</h3>
      <LineField
        label={t('meetings.topic')}
        hint={t('meetings.topicHint')}
        value={wish.topic}
        onChange={(topic) => setWish({ ...wish, topic })}
        fault={faultAt('topic')}
      />
      <LineField
        label={t('meetings.matter')}
        optional
        value={wish.matter}
        onChange={(matter) => setWish({ ...wish, matter })}
        fault={faultAt('matter')}
      />
      <LineField
        label={t('meetings.reason')}
        value={wish.reason}
        onChange={(reason) => setWish({ ...wish, reason })}
        fault={faultAt('reason')}
      />
      <div className="form-end">
        <Button htmlType="submit" loading={isPending}>
          {t('meetings.put')}
        </Button>
        <FailureLine failure={failure} />
      </div>
    </form>
  );
}
