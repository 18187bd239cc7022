import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, useRefusedFields } from '../../../ui/console/field.tsx';
import { ChoiceField, LineField } from '../../../ui/console/form-fields.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { ConnectionView, TriedView } from '../contract/routes.ts';
import { call } from './api.ts';

type Named = { readonly zh: string; readonly en: string };
type Props = {
  readonly bodies: readonly ConnectionView['body'][];
  readonly categories: readonly { readonly code: string; readonly name: Named }[];
  readonly changed: ConnectionView | undefined;
  readonly close: () => void;
  readonly after: () => void;
};
type Offered = Extract<TriedView, { answers: true }>;

/** For what has no service of its own. */
const OTHERWISE = 'otherwise';

/** Connecting the system of one outside body: first its address is tried, then each kind of matter is given one of its services. */
export function ConnectionForm({ bodies, categories, changed, close, after }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [bodyId, setBodyId] = useState<string | null>(changed?.body.id ?? null);
  const [address, setAddress] = useState(changed?.address ?? '');
  const [jurisdiction, setJurisdiction] = useState(changed?.jurisdiction ?? '');
  const [key, setKey] = useState('');
  const [codes, setCodes] = useState<Readonly<Record<string, string>>>(changed?.codes ?? {});
  const tried = useMutation({
    mutationFn: () => call('POST /api/partners/try', { body: { address, jurisdiction } }),
    onSuccess: (answer) => answer.answers && setCodes((chosen) => match(chosen, answer, categories)),
  });
  const kept = useMutation({
    mutationFn: (offered: Offered) =>
      call('POST /api/partners/connections', {
        body: { bodyId: bodyId ?? '', address, jurisdiction, format: offered.format, key, codes: { ...codes } },
      }),
    onSuccess: after,
  });
  const { faultOf, elsewhere } = useRefusedFields(form, kept.error ?? tried.error);
  const offered = tried.data?.answers ? tried.data : undefined;
  const change = (set: (value: string) => void) => (value: string) => {
    tried.reset(); // what was offered at another address says nothing here
    kept.reset();
    set(value);
  };
  return (
    <form
      ref={form}
      className="form"
      aria-labelledby="connection"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (offered) kept.mutate(offered);
        else tried.mutate();
      }}
    >
      <h2 id="connection">
        {changed ? t('partners.changing', { body: say(changed.body.name) }) : t('partners.connect')}
      </h2>
      {!changed && (
        <ChoiceField
          label={t('partners.body')}
          value={bodyId}
          options={bodies.map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChange={setBodyId}
          fault={faultOf('bodyId')}
        />
      )}
      <LineField
        label={t('partners.address')}
        hint={t('partners.addressHint')}
        value={address}
        onChange={change(setAddress)}
        fault={faultOf('address')}
      />
      <LineField
        label={t('partners.jurisdiction')}
        hint={t('partners.jurisdictionHint')}
        value={jurisdiction}
        onChange={change(setJurisdiction)}
        fault={faultOf('jurisdiction')}
        optional
      />
      {!offered && (
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={tried.isPending}>
            {t('partners.try')}
          </Button>
          <Button onClick={close}>{t('partners.cancel')}</Button>
        </div>
      )}
      <p role="status">
        {tried.data && !tried.data.answers && <span className="fault">{say(tried.data.error)}</span>}
        {offered && t('partners.offers', { count: offered.services.length })}
      </p>
      {offered && (
        <>
          <Field
            label={t('partners.key')}
            hint={t(changed ? 'partners.keyKept' : 'partners.keyHint')}
            fault={faultOf('key')}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                value={key}
                onChange={({ target }) => setKey(target.value)}
              />
            )}
          </Field>
          <Codes
            offered={offered}
            categories={categories}
            codes={codes}
            setCodes={setCodes}
            fault={faultOf(OTHERWISE)}
          />
        </>
      )}
      <FailureLine failure={elsewhere} />
      {offered && (
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={kept.isPending}>
            {t('partners.save')}
          </Button>
          <Button onClick={close}>{t('partners.cancel')}</Button>
        </div>
      )}
    </form>
  );
}

/** Where both call a kind of matter by the same code, as servers of our own kind do, nobody has to choose. */
function match(chosen: Readonly<Record<string, string>>, { services }: Offered, categories: Props['categories']) {
  const theirs = new Set(services.map(({ code }) => code));
  const same = categories.flatMap(({ code }) => (theirs.has(code) ? [[code, code] as const] : []));
  const stays = Object.entries(chosen).filter(([, code]) => theirs.has(code));
  return {
    ...Object.fromEntries(same),
    ...(theirs.has('other') ? { [OTHERWISE]: 'other' } : {}),
    ...Object.fromEntries(stays),
  };
}

type CodesProps = {
  readonly offered: Offered;
  readonly categories: Props['categories'];
  readonly codes: Readonly<Record<string, string>>;
  readonly setCodes: (codes: Readonly<Record<string, string>>) => void;
  readonly fault: string | undefined;
};

function Codes({ offered, categories, codes, setCodes, fault }: CodesProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const services = offered.services.map(({ code, name, asksMore }) => ({
    value: code,
    label: `${name === code ? code : `${name}（${code}）`}${asksMore ? ` · ${t('partners.asksMore')}` : ''}`,
  }));
  const like = { value: '', label: t('partners.likeOtherwise') };
  const choose = (category: string) => (code: string) => setCodes({ ...codes, [category]: code });
  return (
    <fieldset className="field">
      <legend>{t('partners.codes')}</legend>
      <p className="hint">{t('partners.codesHint')}</p>
      <ChoiceField
        label={t('partners.otherwise')}
        value={codes[OTHERWISE] ?? null}
        options={services}
        onChange={choose(OTHERWISE)}
        fault={fault}
      />
      <details>
        <summary>{t('partners.byKind')}</summary>
        {categories.map(({ code, name }) => (
          <ChoiceField
            key={code}
            label={say(name)}
            value={codes[code] ?? ''}
            options={[like, ...services]}
            onChange={choose(code)}
            fault={undefined}
          />
        ))}
      </details>
    </fieldset>
  );
}
