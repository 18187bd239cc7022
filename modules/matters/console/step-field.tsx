import { Button, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { PhotoField, type ChosenPhoto } from '../../../ui/console/photo-field.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { FieldView } from '../contract/views.ts';
import { BodyChoice, type BodySource } from './body-choice.tsx';
import { countCharacters, isPhotos, type Answer } from './step-answers.ts';

const RADIOS_UP_TO = 7;
const ratings = [5, 4, 3, 2, 1];

type Change = (answer: (before: Answer | undefined) => Answer | undefined) => void;
type Props = {
  readonly bodies: BodySource;
  readonly field: FieldView;
  /** Whether an internal answer says here that it is one. */
  readonly marksInternal: boolean;
  readonly answer: Answer | undefined;
  readonly fault: string | undefined;
  readonly change: Change;
};

/** One question of a step, as its declaration asks it. */
export function StepField({ bodies, field, marksInternal, answer, fault, change }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const { kind, optional, visible, asker, min, max, options, start } = field;
  const text = typeof answer === 'string' ? answer : '';
  const hint = (
    <>
      {visible === 'internal' && marksInternal && <strong className="internal">{t('timeline.internal')}</strong>}
      {visible !== 'internal' && kind === 'text' && asker && <span>{t('step.seenBy', { asker: say(asker) })}</span>}
      {kind === 'text' && max !== null && (
        <span>{t(min ? 'form.countBetween' : 'form.count', { n: countCharacters(answer), min, max })}</span>
      )}
    </>
  );
  const isGroup = kind === 'photos' || kind === 'rating' || (kind === 'choice' && options.length <= RADIOS_UP_TO);
  return (
    <Field label={say(field.label)} optional={optional} hint={hint} fault={fault} group={isGroup}>
      {(control) => {
        switch (kind) {
          case 'text':
            return (
              <>
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: (max ?? 0) > 500 ? 5 : 3, maxRows: 16 }}
                  value={text}
                  onChange={({ target }) => change(() => target.value)}
                />
                {start && text.trim() === '' && (
                  <p className="note">
                    <Button onClick={() => change(() => start.text)}>{t('step.useStart')}</Button>{' '}
                    {t('step.startFrom', { since: date(start.since), source: start.source })}
                  </p>
                )}
              </>
            );
          case 'choice':
            return isGroup ? (
              <Radio.Group
                vertical
                value={text}
                options={options.map(({ value, label }) => ({ value, label: say(label) }))}
                onChange={({ target }) => change(() => String(target.value))}
              />
            ) : (
              <Select
                {...control}
                value={text || null}
                options={options.map(({ value, label }) => ({ value, label: say(label) }))}
                onChange={(value) => change(() => value ?? undefined)}
              />
            );
          case 'body':
            return (
              <BodyChoice
                bodies={bodies}
                field={field.name}
                kinds={field.bodyKinds}
                control={control}
                value={text}
                onChange={(value) => change(() => value)}
              />
            );
          case 'day':
            return (
              <Input {...control} type="date" value={text} onChange={({ target }) => change(() => target.value)} />
            );
          case 'count':
            return (
              <Input
                {...control}
                className="count-field"
                inputMode="numeric"
                autoComplete="off"
                value={text}
                onChange={({ target }) => change(() => target.value)}
              />
            );
          case 'matter':
            return (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t('step.numberHint')}
                value={text}
                onChange={({ target }) => change(() => target.value)}
              />
            );
          case 'rating':
            return (
              <Radio.Group
                vertical
                value={answer ?? null}
                options={ratings.map((value) => ({
                  value,
                  label: t('rating.given', { rating: value, words: t(`rating.${value}`) }),
                }))}
                onChange={({ target }) => change(() => Number(target.value))}
              />
            );
          case 'photos': {
            const photosOf = (one: Answer | undefined): readonly ChosenPhoto[] => (isPhotos(one) ? one : []);
            return (
              <PhotoField
                control={control}
                photos={photosOf(answer)}
                max={max ?? 1}
                onChange={(next) => change((before) => next(photosOf(before)))}
              />
            );
          }
        }
      }}
    </Field>
  );
}
