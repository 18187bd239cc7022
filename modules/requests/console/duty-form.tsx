import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { lazy, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { loadBodySearch } from '../../bodies/console/index.ts';
import { categories, type Category } from '../contract/category.ts';
import { call, callDuties } from './api.ts';

const BodySearch = lazy(async () => ({ default: (await loadBodySearch()).BodySearch }));

type Written = {
  readonly category: Category | null;
  readonly areaCode: string | null;
  readonly bodyId: string | null;
  readonly limitWorkingDays: number | null;
  readonly fromOn: string;
  readonly source: string;
  readonly reason: string;
};

/** Records a line of the duty matrix from a day on; no body means that the wider area's line holds again. */
export function DutyForm({ today }: { today: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const empty: Written = {
    category: null,
    areaCode: null,
    bodyId: null,
    limitWorkingDays: null,
    fromOn: today,
    source: '',
    reason: '',
  };
  const [written, setWritten] = useState(empty);
  const [tried, setTried] = useState(false);
  const commandId = useRef(crypto.randomUUID());
  const set = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));
  const { category, areaCode, bodyId, source } = written;
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: (line: Written & { category: Category; areaCode: string }) =>
      callDuties('POST /api/duties', { body: { ...line, commandId: commandId.current } }),
    onSuccess: () => {
      commandId.current = crypto.randomUUID();
      setWritten(empty);
      setTried(false);
      void client.invalidateQueries({ queryKey: ['duties'] });
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind === 'refused') commandId.current = crypto.randomUUID();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (category && areaCode && source.trim() !== '') mutate({ ...written, category, areaCode });
  };
  const missing = (value: unknown) => (tried && (value === null || value === '') ? t('form.missing') : undefined);
  return (
    <form className="form" aria-labelledby="new-duty" onSubmit={submit}>
      <h2 id="new-duty">{t('duty.new')}</h2>
      <Field label={t('duty.category')} fault={missing(category)}>
        {(control) => (
          <Select<Category | null>
            {...control}
            value={category}
            options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(chosen) => set({ category: chosen })}
          />
        )}
      </Field>
      <Field label={t('duty.place')} fault={missing(areaCode)}>
        {(control) => <PlaceChoice control={control} value={areaCode} onChange={(code) => set({ areaCode: code })} />}
      </Field>
      <Field label={t('duty.body')} optional hint={t('duty.bodyHint')}>
        {(control) => (
          <BodySearch control={control} label={t('duty.body')} value={bodyId} onChange={(id) => set({ bodyId: id })} />
        )}
      </Field>
      <Field label={t('duty.limit')} optional hint={t('duty.limitHint')}>
        {({ status: _status, ...control }) => (
          <InputNumber<number>
            {...control}
            min={1}
            max={365}
            precision={0}
            value={written.limitWorkingDays}
            onChange={(limitWorkingDays) => set({ limitWorkingDays })}
          />
        )}
      </Field>
      <Field label={t('duty.from')}>
        {({ status: _status, ...control }) => (
          <input
            {...control}
            type="date"
            min={today}
            value={written.fromOn}
            onChange={({ target }) => set({ fromOn: target.value })}
          />
        )}
      </Field>
      <Field label={t('duty.source')} hint={t('duty.sourceHint')} fault={missing(source.trim())}>
        {(control) => (
          <Input {...control} maxLength={200} value={source} onChange={({ target }) => set({ source: target.value })} />
        )}
      </Field>
      <Field label={t('duty.reason')} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={written.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        )}
      </Field>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('duty.record')}
        </Button>
        <span role="status">{isSuccess && !tried && t('duty.recorded')}</span>
        <FailureLine failure={error ? failureOf(error) : undefined} />
      </div>
    </form>
  );
}

type PlaceProps = {
  readonly control: object;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
};

/** The whole district, a sub-district or a community, found by typing a part of the name. */
function PlaceChoice({ control, value, onChange }: PlaceProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: ['communities'],
    queryFn: () => call('GET /api/communities'),
    staleTime: Infinity,
  });
  const subdistricts = data?.subdistricts ?? [];
  const district = subdistricts[0]?.code.slice(0, 6);
  const options = [
    ...(district === undefined ? [] : [{ value: district, label: t('duty.everywhere') }]),
    ...subdistricts.flatMap(({ code, name, communities }) => [
      { value: code, label: say(name) },
      ...communities.map((one) => ({ value: one.code, label: `${say(name)} › ${say(one.name)}` })),
    ]),
  ];
  return (
    <Select<string | null>
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
