import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from './api.ts';
import { MaskMore } from './public-form.tsx';

/** What an answer says in public; other fields of a step are not published. */
const publishedFields = ['reply', 'plan', 'measure'] as const;
const QUIET_MS = 600;

type Props = { readonly matterId: string; readonly answers: Readonly<Record<string, unknown>> };

/** How the answer that is being written will read in public (公开稿预览), masked; from here more can be masked before it is sent. */
export function AnswerPreview({ matterId, answers }: Props) {
  const { t } = useTranslation();
  const written = publishedFields.flatMap((name): [string, string][] => {
    const text = answers[name];
    return typeof text === 'string' && text.trim() !== '' ? [[name, text]] : [];
  });
  const key = JSON.stringify(written);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), QUIET_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const draft = Object.fromEntries(JSON.parse(settled) as [string, string][]);
  const { data } = useQuery({
    queryKey: ['matters', 'preview', matterId, settled],
    queryFn: () => call('POST /api/requests/:id/public/preview', { params: { id: matterId }, body: { draft } }),
    enabled: settled !== '[]',
  });
  if (written.length === 0 || !data) return null;
  if (data.answer === null) return <p className="note">{t('publicity.answerNotPublic')}</p>;
  return (
    <section className="public-form" aria-labelledby="answer-preview">
      <h4 id="answer-preview">{t('publicity.answerPreview')}</h4>
      <p>{data.answer}</p>
      <MaskMore matterId={matterId} draft={Object.values(draft).join('\n')} />
    </section>
  );
}
