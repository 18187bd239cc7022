import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { callDisclosures, disclosuresKey } from './api.ts';

const QUIET_MS = 600;

type Props = { readonly matterId: string; readonly answers: Readonly<Record<string, unknown>> };

/** How a question under a notice and its answer will read in public (公开回答预览), and what stays unmasked and why, before it is sent. */
export function QuestionPreview({ matterId, answers }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const typed = (name: string) => (typeof answers[name] === 'string' ? answers[name].trim() : '');
  const key = JSON.stringify({ answer: typed('answer'), hide: typed('hide') });
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), QUIET_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const isWritten = 'answer' in answers || 'hide' in answers;
  const { data } = useQuery({
    queryKey: [...disclosuresKey, 'question', matterId, settled],
    queryFn: () =>
      callDisclosures('POST /api/notice-questions/:id/preview', {
        params: { id: matterId },
        body: JSON.parse(settled) as { answer: string; hide: string },
      }),
    enabled: isWritten,
    placeholderData: (before) => before,
  });
  if (!isWritten || !data) return null;
  return (
    <section className="as-read" aria-label={t('disclosures.questionAsRead')}>
      <h4>{t('disclosures.questionAsRead')}</h4>
      <p className="read-words">{data.question}</p>
      {data.answer !== '' && <p className="read-words">{data.answer}</p>}
      {data.kept.map(({ words, message }) => (
        <p key={words} className="fault" role="status">
          {t('disclosures.stays', { words, why: say(message) })}
        </p>
      ))}
    </section>
  );
}
