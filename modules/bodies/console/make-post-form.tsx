import { Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import type { PostKind, Tenure } from '../contract/post.ts';
import type { BodyOfStaff } from '../contract/staff-routes.ts';
import { call } from './staff-api.ts';
import { ChangeForm } from './change-form.tsx';

type Props = { readonly body: BodyOfStaff; readonly close: () => void };

/** Makes a post in a body (设岗); it is vacant at first. */
export function MakePostForm({ body, close }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [kind, setKind] = useState<PostKind | ''>('');
  const [names, setNames] = useState({ nameZh: '', nameEn: '', areaCode: body.areaCode });
  const [tenure, setTenure] = useState<Tenure>('appointed');
  const [isHead, setIsHead] = useState(false);
  const set = (part: Partial<typeof names>) => setNames((before) => ({ ...before, ...part }));
  const missing = [
    ...(kind === '' ? ['kind'] : []),
    ...(['nameZh', 'nameEn', 'areaCode'] as const).filter((name) => names[name].trim() === ''),
  ];
  const choose = (chosen: PostKind) => {
    const called = body.kinds.find((one) => one.kind === chosen)?.name;
    setKind(chosen);
    if (called) set({ nameZh: called.zh, nameEn: called.en });
  };
  const send = (commandId: string) =>
    call('POST /api/staff/posts', {
      body: { ...names, commandId, bodyId: body.id, kind: kind || 'communityClerk', isHead, tenure },
    });
  const texts = [
    ['nameZh', t('staff.nameZh')],
    ['nameEn', t('staff.nameEn')],
    ['areaCode', t('staff.areaCode')],
  ] as const;
  return (
    <ChangeForm title={t('staff.make')} act={t('staff.make')} missing={missing} send={send} close={close}>
      {(faultOf) => (
        <>
          <Field label={t('staff.kind')} fault={faultOf('kind')}>
            {(control) => (
              <Select
                {...control}
                value={kind || null}
                options={body.kinds.map((one) => ({ value: one.kind, label: say(one.name) }))}
                onChange={(chosen) => chosen !== null && choose(chosen)}
              />
            )}
          </Field>
          {texts.map(([name, label]) => (
            <Field
              key={name}
              label={label}
              fault={faultOf(name)}
              hint={name === 'areaCode' ? t('staff.areaAbout') : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  maxLength={60}
                  value={names[name]}
                  onChange={({ target }) => set({ [name]: target.value })}
                />
              )}
            </Field>
          ))}
          <Field label={t('staff.tenure')} group>
            {() => (
              <Radio.Group
                value={tenure}
                options={(['appointed', 'elected'] as const).map((value) => ({ value, label: t(`tenure.${value}`) }))}
                onChange={({ target }) => setTenure(target.value as Tenure)}
              />
            )}
          </Field>
          <Field label={t('staff.head')} group>
            {() => (
              <Checkbox checked={isHead} onChange={({ target }) => setIsHead(target.checked)}>
                {t('staff.signs')}
              </Checkbox>
            )}
          </Field>
        </>
      )}
    </ChangeForm>
  );
}
