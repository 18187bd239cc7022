import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../ui/console/failure.ts';
import { focusFirstFault } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, useFailureWords } from '../../../ui/console/states.tsx';
import { cache, callMeetings } from './api.ts';

/** Long enough to be read. */
const SAID_SECONDS = 8;

type Props = {
  readonly name: string;
  readonly press: string;
  readonly isPending: boolean;
  readonly failure: Failure | undefined;
  /** Changes when the server found something wrong at a field. */
  readonly faulty: boolean;
  readonly send: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** What is asked to decide one item; the first field is ready to be typed in, Escape closes it. */
export function DecisionForm({ name, press, isPending, failure, faulty, send, close, children }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const { message } = App.useApp();
  const words = useFailureWords();
  const gone = useRef<string>(undefined);
  useEffect(() => {
    gone.current = failure?.kind === 'refused' ? words(failure) : undefined;
  });
  // Decided by somebody else meanwhile, it is closed with the page that is asked anew: why is still said.
  useEffect(() => () => void (gone.current && message.warning(gone.current, SAID_SECONDS)), [message]);
  useEffect(() => {
    if (faulty) focusFirstFault(form.current);
  }, [faulty]);
  const cancel = () => {
    gone.current = undefined;
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form
      ref={form}
      className="form unprinted"
      noValidate
      aria-label={name}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && cancel()}
    >
      {children}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {press}
        </Button>
        <Button onClick={cancel}>{t('meetings.cancel')}</Button>
        <FailureLine failure={failure} />
      </div>
    </form>
  );
}

/** Whom a decision of a meeting can go to, as choices. */
export function useDecisionBodies(meetingId: string, way: 'here' | 'up') {
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: cache.bodies(meetingId),
    queryFn: () => callMeetings('GET /api/meetings/:id/bodies', { params: { id: meetingId } }),
    staleTime: 300_000,
  });
  return (data?.[way] ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
}
