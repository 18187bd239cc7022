import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/console/index.ts';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, NotForPost, PageNotLoaded } from '../../../ui/console/states.tsx';
import { call } from './api.ts';
import { cache } from './cache.ts';
import { FieldsForm } from './fields-form.tsx';
import type { CommunityChoice } from './queue-filters.tsx';
import type { Answers } from './step-answers.ts';

type Props = { readonly procedureId: string; readonly CommunityChoice: CommunityChoice };

/** Opens a matter of one procedure at the desk (登记), from what its opening asks. */
export function OpenPage({ procedureId, CommunityChoice: Communities }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { post } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const commandId = useRef(crypto.randomUUID());
  const [answers, change] = useState<Answers>({});
  const [community, setCommunity] = useState<string>();
  const [place, setPlace] = useState('');
  const procedure = useQuery({
    queryKey: cache.procedure(procedureId),
    queryFn: () => call('GET /api/procedures/:id', { params: { id: procedureId } }),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: Record<string, unknown>) =>
      call('POST /api/procedures/:id/matters', {
        params: { id: procedureId },
        body: { commandId: commandId.current, community: community ?? null, place, input },
      }),
    onSuccess: async ({ matterId }) => {
      await client.invalidateQueries({ queryKey: cache.all });
      await navigate({ to: '/matters/$id', params: { id: matterId } });
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind === 'refused') commandId.current = crypto.randomUUID();
    },
  });
  if (procedure.isPending) return <Loading />;
  if (procedure.isError) return <PageNotLoaded error={procedure.error} retry={procedure.refetch} />;
  const { name, promise, opening, mayOpen } = procedure.data;
  if (!mayOpen) return <NotForPost />;
  const failure = error ? failureOf(error) : undefined;
  const communityFault = failure?.fields['community'];
  return (
    <main id="main" className="reading">
      <h1>{t('open.title', { name: say(name) })}</h1>
      <p className="hint">{say(promise)}</p>
      <FieldsForm
        title={t('open.form')}
        level={2}
        name={t('open.send')}
        fields={opening.fields}
        bodies={{
          key: cache.bodies('open', procedureId),
          load: () => call('GET /api/procedures/:id/bodies', { params: { id: procedureId } }),
        }}
        answers={answers}
        change={change}
        weighs={false}
        isPending={isPending}
        failure={failure}
        send={mutate}
        before={
          <>
            {opening.asksCommunity && (
              <Field
                label={t('matter.community')}
                optional={!opening.needsCommunity}
                hint={!opening.needsCommunity && post && t('open.ownArea', { area: say(post.area) })}
                fault={communityFault && say(communityFault.message)}
              >
                {(control) => (
                  <Communities
                    any={!opening.needsCommunity}
                    control={control}
                    value={community}
                    onChange={setCommunity}
                  />
                )}
              </Field>
            )}
            {opening.asksPlace && (
              <Field label={t('register.place')} optional>
                {(control) => <Input {...control} value={place} onChange={({ target }) => setPlace(target.value)} />}
              </Field>
            )}
          </>
        }
      />
    </main>
  );
}
