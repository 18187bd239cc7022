import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { GridBookView } from '../contract/grid-routes.ts';
import { call } from './grid-api.ts';

type Props = { readonly book: GridBookView; readonly done: (sentence: string) => void };
type Datum = 'wgs84' | 'gcj02';

/** Adds a pasted list of addresses to the register (导入地址清单): first looked at, then added, all of it or nothing. */
export function ImportTool({ book, done }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const commandId = useRef(crypto.randomUUID());
  const [text, setText] = useState('');
  const [grid, setGrid] = useState<string | null>(null);
  const [datum, setDatum] = useState<Datum>('wgs84');
  const { mutate, data, isPending, error, reset } = useMutation({
    mutationFn: (preview: boolean) =>
      call('POST /api/communities/:code/addresses', {
        params: { code: book.community.code },
        body: { commandId: commandId.current, seenSeq: book.seq, preview, text, grid, datum },
      }),
    onSuccess: (answer) => {
      if (answer.faults.length > 0 || answer.preview) return;
      commandId.current = crypto.randomUUID();
      setText('');
      reset();
      done(t('grids.imported', { count: answer.added }));
    },
  });
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      reset();
      set(value);
    };
  return (
    <>
      <Field label={t('grids.list')} hint={t('grids.listAbout')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 6, maxRows: 16 }}
            value={text}
            onChange={({ target }) => change(setText)(target.value)}
          />
        )}
      </Field>
      <Field label={t('grids.defaultGrid')} optional>
        {(control) => (
          <Select
            {...control}
            allowClear
            value={grid}
            options={book.grids.map(({ code, name }) => ({ value: code, label: say(name) }))}
            onChange={(code) => change(setGrid)(code ?? null)}
          />
        )}
      </Field>
      <Field label={t('grids.datum')} group>
        {() => (
          <Radio.Group
            value={datum}
            options={(['wgs84', 'gcj02'] as const).map((value) => ({ value, label: t(`grids.datums.${value}`) }))}
            onChange={({ target }) => change(setDatum)(target.value as Datum)}
          />
        )}
      </Field>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <div role="status">
        {data && data.faults.length > 0 && (
          <div className="failure">
            <p>{t('grids.faults', { count: data.faults.length })}</p>
            <ul>
              {data.faults.slice(0, 50).map(({ line, code, message }) => (
                <li key={`${line} ${code}`}>{say(message)}</li>
              ))}
            </ul>
          </div>
        )}
        {data?.preview && data.faults.length === 0 && (
          <p>{t('grids.wouldImport', { added: data.added, known: data.known, placed: data.placed })}</p>
        )}
      </div>
      <div className="form-end">
        <Button loading={isPending} disabled={text.trim() === ''} onClick={() => mutate(true)}>
          {t('grids.look')}
        </Button>
        {data?.preview && data.faults.length === 0 && (
          <Button type="primary" loading={isPending} onClick={() => mutate(false)}>
            {t('grids.addNow')}
          </Button>
        )}
      </div>
    </>
  );
}
