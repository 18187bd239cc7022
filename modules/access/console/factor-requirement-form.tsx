import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { call } from './api.ts';
import { kindsOfPosts } from './post-kinds.ts';

type Requirement = NonNullable<Awaited<ReturnType<typeof load>>['requirement']>;
type Chosen = Pick<Requirement, 'reach' | 'postKinds' | 'graceDays'>;
const load = () => call('GET /api/factor-requirement');
const reaches = ['nobody', 'postKinds', 'everybody'] as const;

/** Who must have a second factor (两步验证要求), with the days of grace; who decided the present one and when. */
export function FactorRequirementForm() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const [edited, setEdited] = useState<Chosen>();
  const present = useQuery({ queryKey: ['factor-requirement'], queryFn: load });
  const save = useMutation({
    mutationFn: (chosen: Chosen) =>
      call('POST /api/factor-requirement', { body: { ...chosen, commandId: crypto.randomUUID() } }),
    onSuccess: () => {
      setEdited(undefined);
      void present.refetch();
    },
  });
  if (present.isPending) return <Loading />;
  if (present.isError) return <LoadFailed error={present.error} retry={present.refetch} />;
  const { requirement } = present.data;
  const chosen: Chosen = edited ?? requirement ?? { reach: 'nobody', postKinds: [], graceDays: 14 };
  const change = (more: Partial<Chosen>) => setEdited({ ...chosen, ...more });
  const failure = save.error ? failureOf(save.error) : undefined;
  const faultOf = (name: string) => {
    const refused = failure?.fields[name];
    return refused && say(refused.message);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const { reach, postKinds, graceDays } = chosen;
        save.mutate({ reach, postKinds, graceDays });
      }}
    >
      {requirement && (
        <p className="hint">
          {t('accountAdmin.requirement.decided', { name: say(requirement.by), at: moment(requirement.at) })}
        </p>
      )}
      <Field label={t('accountAdmin.requirement.whom')} group>
        {() => (
          <Radio.Group
            value={chosen.reach}
            options={reaches.map((value) => ({ value, label: t(`accountAdmin.requirement.reaches.${value}`) }))}
            onChange={({ target }) => change({ reach: target.value as Chosen['reach'] })}
          />
        )}
      </Field>
      {chosen.reach === 'postKinds' && (
        <Field label={t('accountAdmin.requirement.postKinds')} fault={faultOf('postKinds')} group>
          {() => (
            <Checkbox.Group
              value={[...chosen.postKinds]}
              options={kindsOfPosts.map((value) => ({ value, label: t(`accountAdmin.postKinds.${value}`) }))}
              onChange={(postKinds) => change({ postKinds })}
            />
          )}
        </Field>
      )}
      {chosen.reach !== 'nobody' && (
        <Field
          label={t('accountAdmin.requirement.graceDays')}
          hint={t('accountAdmin.requirement.graceHint')}
          fault={faultOf('graceDays')}
        >
          {({ id, 'aria-describedby': about }) => (
            <InputNumber
              id={id}
              aria-describedby={about}
              min={0}
              max={90}
              precision={0}
              value={chosen.graceDays}
              onChange={(graceDays) => change({ graceDays: graceDays ?? 0 })}
            />
          )}
        </Field>
      )}
      <FailureLine failure={failure && Object.keys(failure.fields).length > 0 ? undefined : failure} />
      {save.isSuccess && !edited && <p role="status">{t('accountAdmin.requirement.saved')}</p>}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('accountAdmin.requirement.save')}
        </Button>
      </div>
    </form>
  );
}
