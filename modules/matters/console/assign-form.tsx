import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import type { EntryView, FieldView, MatterPage } from '../contract/views.ts';
import { cache } from './cache.ts';
import { ChangedSince } from './changed-since.tsx';
import { callBulk } from './desk-work-api.ts';
import { FieldsForm } from './fields-form.tsx';
import type { Answers } from './step-answers.ts';

type Colleague = { readonly id: string; readonly name: FieldView['label'] };

/** Whether I may give this matter to a colleague, and to whom; asked of the server, which refuses by the same rule. */
export const useAssigning = (matterId: string) =>
  useQuery({
    queryKey: cache.assigning(matterId),
    queryFn: () => callBulk('POST /api/bulk/plan', { body: { action: 'assign', ids: [matterId] } }),
  });

/** The one question of handing on within the body: to whom. */
export const colleagueField = (colleagues: readonly Colleague[], label: FieldView['label']): FieldView => ({
  name: 'to',
  kind: 'choice',
  label,
  optional: false,
  visible: 'reporter',
  min: null,
  max: null,
  options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
});

type Props = {
  readonly page: Pick<MatterPage, 'id' | 'seq'>;
  readonly colleagues: readonly Colleague[];
  readonly close: () => void;
};

/** Gives the matter to a colleague (交给同事): limits and first contact stay as they are. */
export function AssignForm({ page, colleagues, close }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const commandId = useRef(crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>({});
  const give = useMutation({
    mutationFn: (input: Record<string, unknown>) =>
      callBulk('POST /api/matters/:id/assign', {
        params: { id: page.id },
        body: { commandId: commandId.current, seenSeq: page.seq, to: String(input['to']) },
      }),
    onSuccess: async () => {
      void message.success(t('assign.done'));
      close();
      await client.invalidateQueries({ queryKey: cache.all });
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind !== 'refused') return;
      commandId.current = crypto.randomUUID();
      void client.invalidateQueries({ queryKey: cache.all });
    },
  });
  const failure = give.isError ? failureOf(give.error) : undefined;
  const label = t('assign.to');
  return (
    <FieldsForm
      title={t('assign.title')}
      name={t('assign.title')}
      fields={[colleagueField(colleagues, { zh: label, en: label })]}
      bodies={{ key: ['none', i18n.language], load: async () => ({ bodies: [], precedents: [] }) }}
      answers={answers}
      change={setAnswers}
      weighs={false}
      isPending={give.isPending}
      failure={failure}
      keepsWords={false}
      send={give.mutate}
      close={close}
      before={<p className="hint">{t('assign.about')}</p>}
      after={<ChangedSince entries={(failure?.changedSince ?? []) as readonly EntryView[]} stillPossible />}
    />
  );
}
