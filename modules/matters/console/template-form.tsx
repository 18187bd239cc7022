import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientOf } from '../../../ui/console/api.ts';
import { Field, useRefusedFields } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { TemplateSettingView, settingsRoutes } from '../contract/settings.ts';
import { slots } from '../contract/fill-template.ts';
import { AsRead } from './as-read.tsx';
import { DecisionFields, noDecision } from './decision-fields.tsx';

const call = clientOf<typeof settingsRoutes>();
export const templatesKey = ['settings', 'templates'];

/** The form by which the head of the centre words how an answer begins; below it stands what a resident will read. */
export function TemplateForm({ one }: { one: TemplateSettingView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [words, setWords] = useState(one.now ?? '');
  const [decision, setDecision] = useState(noDecision);
  const set = useMutation({
    mutationFn: () => {
      const { procedureId, step, field } = one;
      const body = { procedureId, step, field, words: words.trim() || null, ...decision };
      return call('POST /api/settings/templates', { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: templatesKey }),
  });
  const form = useRef<HTMLDetailsElement>(null);
  const { faultOf, elsewhere } = useRefusedFields(form, set.error);
  const named = slots.map((slot) => `{{${slot}}}`).join(' ');
  return (
    <details ref={form}>
      <summary>{t('templates.set')}</summary>
      <Field
        label={t('templates.words')}
        hint={t('templates.wordsHint', { slots: named, max: one.max })}
        fault={faultOf('words')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {words.trim() !== '' && <p className="hint">{t('templates.preview')}</p>}
      {words.trim() !== '' && <AsRead words={words} />}
      <DecisionFields value={decision} onChange={setDecision} faultOf={faultOf} />
      <FailureLine failure={elsewhere} />
      <div role="status">{set.isSuccess && <p className="note">{t('templates.done')}</p>}</div>
      <Button type="primary" size="large" loading={set.isPending} onClick={() => set.mutate()}>
        {t('templates.save')}
      </Button>
    </details>
  );
}
