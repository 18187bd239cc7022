import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { EntryView, WorkerView } from '../contract/views.ts';
import { PhotoStrip } from './photo-strip.tsx';

/** More entries than a few screens show. */
const LONG = 12;

type Props = { readonly matterId: string; readonly entries: readonly EntryView[] };

/** The timeline (办理过程): one sentence for each thing that happened, the newest last. */
export function Timeline({ matterId, entries }: Props) {
  const { t } = useTranslation();
  const { moment } = useTimes();
  const newest = entries.at(-1);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      {newest && entries.length > LONG && (
        <p className="unprinted">
          <a href={`#entry-${newest.seq}`}>{t('timeline.toNewest', { at: moment(newest.at), n: entries.length })}</a>
        </p>
      )}
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.seq} matterId={matterId} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

/** A question needs no colon after it. */
function Label({ words }: { words: string }) {
  const { t } = useTranslation();
  return <span className="label">{/[?？]$/.test(words) ? words : t('labelled', { label: words })}</span>;
}

function Entry({ matterId, entry }: { matterId: string; entry: EntryView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const nameOf = ({ name, deputyFor }: WorkerView) =>
    deputyFor ? t('timeline.standIn', { name: say(name), holder: say(deputyFor) }) : say(name);
  const { seq, at, kind, sentence, by, words, choices, rating, photos, tells } = entry;
  return (
    <li id={`entry-${seq}`} data-kind={kind}>
      <p className="sentence">{say(sentence)}</p>
      <p className="hint">
        <time dateTime={at}>{moment(at)}</time>
        {by.worker ? ` · ${nameOf(by.worker)} · ${say(by.worker.body.name)}` : ` · ${say(by.role)}`}
      </p>
      {choices.map(({ name, label, value }) => (
        <p key={name}>
          <Label words={say(label)} />
          {say(value)}
        </p>
      ))}
      {rating !== null && <p>{t('rating.given', { rating, words: t(`rating.${rating}`) })}</p>}
      {words.map(({ name, label, text, visible }) => (
        <blockquote key={name} data-visible={visible}>
          <span className="hint">
            <Label words={say(label)} />
            {visible === 'internal' && <strong className="internal">{t('timeline.internal')}</strong>}
          </span>
          <p>{text}</p>
        </blockquote>
      ))}
      <PhotoStrip matterId={matterId} photos={photos} />
      {tells.length > 0 && <p className="hint">{t('timeline.told', { who: tells.map(say).join(t('comma')) })}</p>}
    </li>
  );
}
