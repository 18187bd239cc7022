import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { ChangeForm } from './change-form.tsx';
import { SpanFields } from './span-fields.tsx';

type Person = { readonly accountId: string; readonly name: { readonly zh: string; readonly en: string } };
export type DeputyWish = {
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
  readonly maySign: boolean;
};
type Props = {
  readonly title: string;
  readonly colleagues: readonly Person[];
  /** The post signs for its body, so that it has to be said whether the deputy does. */
  readonly isHead: boolean;
  readonly today: string;
  readonly send: (wish: DeputyWish & { readonly commandId: string }) => Promise<unknown>;
  readonly close: () => void;
};

/** Who stands in for a post (代理), from when to when, why, and whether they sign. */
export function DeputyForm({ title, colleagues, isHead, today, send, close }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [wish, setWish] = useState<DeputyWish>({ accountId: '', fromOn: today, toOn: '', reason: '', maySign: false });
  const set = (part: Partial<DeputyWish>) => setWish((before) => ({ ...before, ...part }));
  const missing = (['accountId', 'fromOn', 'toOn', 'reason'] as const).filter((name) => wish[name].trim() === '');
  return (
    <ChangeForm
      title={title}
      act={t('deputy.name')}
      missing={missing}
      send={(commandId) => send({ ...wish, commandId })}
      close={close}
    >
      {(faultOf) => (
        <>
          <Field label={t('deputy.who')} hint={t('deputy.whoAbout')} fault={faultOf('accountId')}>
            {(control) => (
              <Select
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                notFoundContent={t('deputy.noColleague')}
                value={wish.accountId || null}
                options={colleagues.map(({ accountId, name }) => ({ value: accountId, label: say(name) }))}
                onChange={(accountId) => accountId !== null && set({ accountId })}
              />
            )}
          </Field>
          <SpanFields {...wish} min={today} faultOf={faultOf} set={set} />
          <Field label={t('deputy.reason')} hint={t('deputy.reasonAbout')} fault={faultOf('reason')}>
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={wish.reason}
                onChange={({ target }) => set({ reason: target.value })}
              />
            )}
          </Field>
          {isHead && (
            <Field label={t('deputy.signing')} group hint={t('deputy.signingAbout')}>
              {() => (
                <Checkbox checked={wish.maySign} onChange={({ target }) => set({ maySign: target.checked })}>
                  {t('deputy.maySign')}
                </Checkbox>
              )}
            </Field>
          )}
        </>
      )}
    </ChangeForm>
  );
}
