import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { StepOffer } from '../contract/views.ts';
import type { BodySource } from './body-choice.tsx';
import { fillSentence } from './preview-words.ts';
import { isPhotos, type Answer, type Answers } from './step-answers.ts';

type Props = {
  readonly offer: Pick<StepOffer, 'fields' | 'says'>;
  readonly bodies: BodySource;
  readonly answers: Answers;
};

/** A step as whoever asked will read it, under the name that the procedure gives them (居民会这样读到): the sentence, and every answer that is not internal. */
export function StepPreview({ offer: { fields, says }, bodies, answers }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const target = useChosenBody(fields, bodies, answers);
  const shown = fields.filter(({ visible, kind }) => visible !== 'internal' && kind !== 'body' && kind !== 'matter');
  const isWritten = shown.some(({ name, kind }) => kind === 'text' && wordsOf(answers[name]) !== '');
  if (!isWritten) return null;
  const asker = shown.find((field) => field.asker)?.asker;
  const matter = fields.find(({ kind }) => kind === 'matter');
  const other = matter ? wordsOf(answers[matter.name]) : t('step.newMatter');
  const title = asker ? t('step.asReadBy', { asker: say(asker) }) : t('step.asRead');
  return (
    <section className="as-read" aria-label={title}>
      <h4>{title}</h4>
      <p className="sentence">{fillSentence(say(says), { target, other })}</p>
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

/** The name of the body that the form chose, out of those that its choice has loaded. */
function useChosenBody(fields: StepOffer['fields'], bodies: BodySource, answers: Answers): string | undefined {
  const { say } = useLanguage();
  const field = fields.find(({ kind }) => kind === 'body');
  const { data } = useQuery({ queryKey: bodies.key, queryFn: bodies.load, enabled: field !== undefined });
  const chosen = data?.bodies.find(({ id }) => field && id === answers[field.name]);
  return chosen && say(chosen.name);
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
