import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { MatterNumber } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { RepeatView } from '../contract/repeats.ts';
import { cache, callRepeats } from './api.ts';
import { DecisionForm } from './decision-form.tsx';
import { ChoiceField, LineField, WordsField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';

/** What comes again and again (反复出现), and one press to have it cured at the root. */
export function RepeatsPage() {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.repeats,
    queryFn: () => callRepeats('GET /api/repeats'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('repeats.title')}</h1>
      {data && <p>{t('repeats.about', { days: data.days, count: data.threshold })}</p>}
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data?.repeats.length === 0 && <Empty title={t('repeats.none')} />}
      {data && data.repeats.length > 0 && (
        <ul className="agenda">
          {data.repeats.map((repeat) => (
            <Repeat
              key={`${repeat.kind} ${repeat.matters[0]?.id}`}
              repeat={repeat}
              mayOpen={data.mayOpen}
              owners={data.owners}
            />
          ))}
        </ul>
      )}
      {data?.maySet && <Threshold threshold={data.threshold} least={data.least} most={data.most} />}
    </main>
  );
}

type Owners = readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[];

function Repeat({ repeat, mayOpen, owners }: { repeat: RepeatView; mayOpen: boolean; owners: Owners }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [isOpening, setIsOpening] = useState(false);
  const { kind, community, category, place, count, open, matters, rootCause, proposed } = repeat;
  const theme = category === null ? t('repeats.onePerson') : t(`category.${category}`);
  return (
    <li>
      <strong>
        {say(community)} {place ?? ''} {theme}
      </strong>{' '}
      {t(`repeats.kinds.${kind}`)} · {t('repeats.counts', { count, open })}
      <details>
        <summary>{t('repeats.which')}</summary>
        <ul>
          {matters.map(({ id, number, title, stage }) => (
            <li key={id}>
              <MatterNumber id={id} number={number} /> {title}{' '}
              {stage === 'final' && <span className="hint">{t('repeats.ended')}</span>}
            </li>
          ))}
        </ul>
      </details>
      {rootCause && (
        <p>
          {t('repeats.taken')} <MatterNumber id={rootCause.id} number={rootCause.number} />
        </p>
      )}
      {proposed && <p className="notice">{t(`repeats.proposed.${proposed}`)}</p>}
      {(!rootCause || proposed) && mayOpen && kind !== 'person' && (
        <Button aria-expanded={isOpening} onClick={() => setIsOpening(!isOpening)}>
          {t('repeats.open')}
        </Button>
      )}
      {isOpening && (
        <OpenRoot
          repeat={repeat}
          owners={owners}
          named={`${say(community)}${place ?? ''}${theme}`}
          close={() => setIsOpening(false)}
        />
      )}
    </li>
  );
}

type Opening = {
  readonly repeat: RepeatView;
  readonly owners: Owners;
  readonly named: string;
  readonly close: () => void;
};

function OpenRoot({ repeat, owners, named, close }: Opening) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [what, setWhat] = useState(t('repeats.again', { named }));
  const [why, setWhy] = useState(t('repeats.because', { count: repeat.count }));
  const [bodyId, setBodyId] = useState<string | null>(repeat.owner?.id ?? null);
  const { send, isPending, failure, isFaulty, faultAt } = useCommand(
    (commandId, body: { what: string; why: string; bodyId: string | null; matters: string[] }) =>
      callRepeats('POST /api/root-causes', { body: { ...body, commandId } }),
    {
      refresh: cache.repeats,
      at: ['what', 'why', 'body'],
      after: ({ id }) => void navigate({ to: '/matters/$id', params: { id } }),
    },
  );
  return (
    <DecisionForm
      name={t('repeats.open')}
      press={t('repeats.openNow', { count: repeat.matters.length })}
      isPending={isPending}
      failure={failure}
      faulty={isFaulty}
      send={() => send({ what, why, bodyId, matters: repeat.matters.map(({ id }) => id) })}
      close={close}
    >
      <WordsField label={t('repeats.what')} value={what} onChange={setWhat} fault={faultAt('what')} />
      <WordsField label={t('repeats.why')} value={why} onChange={setWhy} fault={faultAt('why')} />
      <ChoiceField
        label={t('repeats.owner')}
        value={bodyId}
        options={owners.map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={setBodyId}
        fault={faultAt('body')}
      />
    </DecisionForm>
  );
}

function Threshold({ threshold, least, most }: { threshold: number; least: number; most: number }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<number | null>(threshold);
  const [source, setSource] = useState('');
  const { send, isPending, isSuccess, failure, faultAt } = useCommand(
    (commandId, body: { amount: number; source: string }) =>
      callRepeats('POST /api/repeats/threshold', { body: { ...body, commandId } }),
    { refresh: cache.repeats, at: ['amount', 'source'] },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ amount: amount ?? 0, source });
  };
  return (
    <form className="form" aria-labelledby="threshold" noValidate onSubmit={submit}>
      <h2 id="threshold">{t('repeats.threshold')}</h2>
      <Field label={t('repeats.amount', { least, most })} fault={faultAt('amount')}>
        {({ status: _status, ...control }) => (
          <InputNumber<number> {...control} precision={0} value={amount} onChange={setAmount} />
        )}
      </Field>
      <LineField label={t('repeats.source')} value={source} onChange={setSource} fault={faultAt('source')} />
      <div className="form-end">
        <Button htmlType="submit" loading={isPending}>
          {t('repeats.set')}
        </Button>
        <span role="status">{isSuccess && t('repeats.isSet')}</span>
        <FailureLine failure={failure} />
      </div>
    </form>
  );
}
