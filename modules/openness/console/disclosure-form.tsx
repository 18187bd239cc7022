import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field, focusFirstFault } from '../../../ui/console/field.tsx';
import { FileChoice } from '../../../ui/console/file-choice.tsx';
import { ChoiceField, DayField, LineField, WordsField } from '../../../ui/console/form-fields.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';
import { callDisclosures, disclosuresKey, sendFile } from './api.ts';
import type { Desk } from './disclosures-page.tsx';
import { readPasted, writePasted } from './pasted-table.ts';
import { PublicForm } from './disclosure-public-form.tsx';
import { usePeriod } from './use-period.ts';

export type Start = {
  readonly item: string;
  readonly period: string;
  readonly corrects: string | null;
  readonly words?: string;
  readonly rows?: readonly (readonly string[])[];
};
/** The item under which residents ask. */
const PUBLIC_NOTICE = 'publicNotice';
const fieldNames = ['item', 'period', 'about', 'words', 'rows', 'file', 'reason'] as const;
type Wish = Parameters<typeof callDisclosures<'POST /api/disclosures'>>[1]['body'];

type Props = {
  readonly desk: Desk;
  readonly start: Start | null;
  readonly close: () => void;
  readonly after: () => void;
};

/** Writing one disclosure, or the correction of one: first the masked form is looked at, then it goes out. */
export function DisclosureForm({ desk, start, close, after }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [item, setItem] = useState<string | null>(start?.item ?? null);
  const sayPeriod = usePeriod();
  const [period, setPeriod] = useState(start?.period ?? '');
  const [words, setWords] = useState(start?.words ?? '');
  const [pasted, setPasted] = useState(writePasted(start?.rows ?? []));
  const [reason, setReason] = useState('');
  const [about, setAbout] = useState('');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const chosen = desk.items.find(({ code }) => code === item);
  const isByDay = chosen?.rhythm === 'whenItHappens';
  const draft = { words, rows: readPasted(pasted) };
  const key = JSON.stringify({ ...draft, item: item ?? '', period: period.trim() });

  const look = useMutation({
    mutationFn: async (asked: string) => ({
      asked,
      ...(await callDisclosures('POST /api/disclosures/preview', { body: JSON.parse(asked) as typeof draft })),
    }),
  });
  const upload = useMutation({
    mutationFn: async (chosen: File) => ({
      id: (await sendFile('POST /api/disclosures/files', chosen)).id,
      name: chosen.name,
    }),
    onSuccess: setFile,
  });
  const empty = () => {
    setWords('');
    setPasted('');
    setFile(null);
    setAbout('');
    look.reset();
    after();
  };
  const { send, isPending, failure, faultAt } = useCommand(
    (commandId, body: Omit<Wish, 'commandId'>) =>
      callDisclosures('POST /api/disclosures', { body: { ...body, commandId } }),
    { refresh: disclosuresKey, at: fieldNames, after: empty },
  );
  const seen = look.data?.asked === key ? look.data : undefined;
  const lookFailure = look.error && look.variables === key ? failureOf(look.error) : undefined;
  const faultOf = (name: string): string | undefined => {
    const early = lookFailure?.fields[name];
    return faultAt(name) ?? (early && say(early.message));
  };
  const isFaulty = fieldNames.some((name) => faultOf(name) !== undefined);
  useEffect(() => {
    if (isFaulty) focusFirstFault(form.current);
  }, [isFaulty]);
  useEffect(() => {
    if (start) form.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [start]);
  /** What happens on some day is nearly always told on the same day. */
  const choose = (code: string) => {
    const isOnADay = desk.items.find((one) => one.code === code)?.rhythm === 'whenItHappens';
    if (isOnADay !== isByDay) setPeriod(isOnADay ? desk.today : '');
    setItem(code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!seen) return look.mutate(key);
    const corrects = start?.corrects ?? null;
    return send({
      ...draft,
      item: item ?? '',
      period: period.trim(),
      fileId: file?.id ?? null,
      seen: seen.seen,
      corrects,
      reason,
      about: item === PUBLIC_NOTICE ? about : '',
    });
  };
  const isCorrection = start !== null && start.corrects !== null;
  return (
    <form ref={form} className="form" aria-labelledby="disclose" noValidate onSubmit={submit}>
      <h2 id="disclose">
        {isCorrection
          ? t('disclosures.correcting', { item: chosen ? say(chosen.name) : '', period: sayPeriod(period) })
          : t('disclosures.new')}
      </h2>
      {!isCorrection && (
        <>
          <ChoiceField
            label={t('disclosures.item')}
            value={item}
            options={desk.items.map(({ code, name }) => ({ value: code, label: say(name) }))}
            onChange={choose}
            fault={faultOf('item')}
          />
          {isByDay ? (
            <DayField
              label={t('disclosures.day')}
              max={desk.today}
              value={period}
              onChange={setPeriod}
              fault={faultOf('period')}
            />
          ) : (
            <LineField
              label={t('disclosures.period')}
              hint={chosen ? t(`disclosures.form.${chosen.rhythm}`) : ''}
              value={period}
              onChange={setPeriod}
              fault={faultOf('period')}
            />
          )}
          {item === PUBLIC_NOTICE && (
            <LineField
              label={t('disclosures.aboutMatter')}
              hint={t('disclosures.aboutHint')}
              value={about}
              onChange={setAbout}
              fault={faultOf('about')}
              optional
            />
          )}
        </>
      )}
      <WordsField
        label={t('disclosures.words')}
        hint={t('disclosures.wordsHint')}
        value={words}
        onChange={setWords}
        fault={faultOf('words')}
      />
      <WordsField
        label={t('disclosures.rows')}
        hint={t('disclosures.rowsHint')}
        value={pasted}
        onChange={setPasted}
        fault={faultOf('rows')}
        optional
      />
      <Field label={t('disclosures.file')} hint={t('disclosures.fileHint')} fault={faultOf('file')} optional group>
        {() => (
          <p className="actions">
            {file && (
              <>
                {t('disclosures.hasFile', { name: file.name })}{' '}
                <Button onClick={() => setFile(null)}>{t('disclosures.dropFile')}</Button>
              </>
            )}
            <FileChoice
              label={t('disclosures.chooseFile')}
              accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
              busy={upload.isPending}
              onChoose={(one) => upload.mutate(one)}
            />
            <FailureLine failure={upload.error ? failureOf(upload.error) : undefined} />
          </p>
        )}
      </Field>
      {isCorrection && (
        <LineField label={t('disclosures.reason')} value={reason} onChange={setReason} fault={faultOf('reason')} />
      )}
      {seen && <PublicForm masked={seen} />}
      {!seen && look.data && <p className="note">{t('disclosures.again')}</p>}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending || look.isPending}>
          {t(seen ? 'disclosures.publish' : 'disclosures.look')}
        </Button>
        {start && <Button onClick={close}>{t('disclosures.cancel')}</Button>}
        <FailureLine
          failure={failure ?? (lookFailure && Object.keys(lookFailure.fields).length === 0 ? lookFailure : undefined)}
        />
      </div>
    </form>
  );
}
