import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { LONGEST_NOTE } from '../contract/desk-limits.ts';
import type { NoteView } from '../contract/notes.ts';
import { cache } from './cache.ts';
import { callNotes } from './desk-work-api.ts';

const EVERY_MS = 8_000;

/** What the offices write for themselves (内部备注), apart from what the person is told; `n` begins one. */
export function NotesCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: cache.notes(matterId),
    queryFn: () => callNotes('GET /api/matters/:id/notes', { params: { id: matterId } }),
    refetchInterval: EVERY_MS,
  });
  const notes = data?.notes ?? [];
  return (
    <section className="notes unprinted" aria-labelledby="notes">
      <h2 id="notes">
        {t('notes.title')} <strong className="internal">{t('notes.internal')}</strong>
      </h2>
      {notes.length > 0 && (
        <ol>
          {notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ol>
      )}
      <WriteNote matterId={matterId} />
    </section>
  );
}

function Note({ note: { at, by, text, staysOn } }: { note: NoteView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, date } = useTimes();
  return (
    <li>
      <p className="hint">
        <time dateTime={at}>{moment(at)}</time> · {say(by.name)} · {say(by.body.name)}
      </p>
      <p className="note-text">
        {staysOn !== null && <strong>{t('notes.stayed', { day: date(staysOn) })}</strong>}
        {text}
      </p>
    </li>
  );
}

function WriteNote({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const area = useRef<HTMLDivElement>(null);
  const commandId = useRef(crypto.randomUUID());
  const [text, setText] = useState('');
  const write = useMutation({
    mutationFn: () =>
      callNotes('POST /api/matters/:id/notes', {
        params: { id: matterId },
        body: { commandId: commandId.current, text },
      }),
    onSuccess: async () => {
      commandId.current = crypto.randomUUID();
      setText('');
      await client.invalidateQueries({ queryKey: cache.notes(matterId) });
    },
  });
  useKeys({ n: () => area.current?.querySelector('textarea')?.focus() });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (text.trim() !== '') write.mutate();
  };
  return (
    <div ref={area} onKeyDown={press}>
      <Field label={t('notes.write')} hint={t('notes.hint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={LONGEST_NOTE}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <FailureLine failure={write.isError ? failureOf(write.error) : undefined} />
      {text.trim() !== '' && (
        <Button loading={write.isPending} onClick={() => write.mutate()}>
          {t('notes.keep')}
        </Button>
      )}
    </div>
  );
}
