import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { StepOffer } from '../contract/views.ts';
import type { BodySource } from './body-choice.tsx';
import { isPhotos, type Answer, type Answers } from './step-answers.ts';

type Props = {
  readonly offer: Pick<StepOffer, 'fields' | 'says' | 'saysWhom'>;
  readonly answers: Answers;
  readonly bodies: BodySource;
};

/** A step as whoever asked will read it, under the name that the procedure gives them (居民会这样读到): the sentence, and every answer that is not internal. */
export function StepPreview({ offer: { fields, says, saysWhom }, answers, bodies }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const asked = fields.filter(({ kind }) => kind === 'body');
  const chosen = saysWhom && asked.length === 1 ? wordsOf(answers[asked[0]?.name ?? '']) : '';
  const { data } = useQuery({ queryKey: bodies.key, queryFn: bodies.load, enabled: chosen !== '' });
  const whom = data?.bodies.find(({ id }) => id === chosen)?.name;
  const shown = fields.filter(({ visible, kind }) => visible !== 'internal' && kind !== 'body' && kind !== 'matter');
  const isWritten = shown.some(({ name, kind }) => kind === 'text' && wordsOf(answers[name]) !== '');
  if (!isWritten) return null;
  const asker = shown.find((field) => field.asker)?.asker;
  const title = asker ? t('step.asReadBy', { asker: say(asker) }) : t('step.asRead');
  return (
    <section className="as-read" aria-label={title}>
      <h4>{title}</h4>
      <p className="sentence">{whom ? say(says).replaceAll('…', say(whom)) : say(says)}</p>
      {shown.map(({ name, kind, label, options }) => {
        const answer = answers[name];
        if (isPhotos(answer))
          return answer.length > 0 && <p key={name}>{t('step.photosGo', { count: answer.length })}</p>;
        const text = wordsOf(answer);
        if (text === '') return null;
        const option = options.find(({ value }) => value === text);
        return (
          <p key={name} className="read-words">
            <span className="hint">{t('labelled', { label: say(label) })}</span>
            {kind === 'text' ? <WithGaps text={text} /> : option ? say(option.label) : text}
          </p>
        );
      })}
    </section>
  );
}

const wordsOf = (answer: Answer | undefined): string =>
  typeof answer === 'string' ? answer.trim() : typeof answer === 'number' ? String(answer) : '';

/** What still has to be written stands out, so that nobody sends it by accident. */
function WithGaps({ text }: { text: string }) {
  return text.split(/(\[\[[^[\]]*\]\])/).map((part, at) =>
    // eslint-disable-next-line react/no-array-index-key
    part.startsWith('[[') ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  );
}
