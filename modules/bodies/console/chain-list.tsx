import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { HolderView, LinkView } from '../contract/views.ts';

/** A person in a post with the public number, or that the post is vacant. */
export function HolderLine({ holder: { person, post, body, phone, standIn } }: { holder: HolderView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <span className="holder-line">
      {person ? <strong>{say(person)}</strong> : <em className="gap">{t('chains.vacant')}</em>} {say(body)} {say(post)}
      {standIn && <em>{t('chains.standIn', { person: say(standIn.person), until: date(standIn.untilOn) })}</em>}
      {phone !== null && (
        <>
          {' · '}
          <a href={`tel:${phone}`}>{phone}</a>
        </>
      )}
    </span>
  );
}

/** Who answers on each rung of one chain, widest first; a gap is said. */
export function ChainList({ chain }: { chain: readonly LinkView[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <dl className="facts">
      {chain.map(({ rung, rungName, place, holders, isHidden }) => (
        <div key={`${rung} ${place}`} className="fact">
          <dt>
            {say(rungName)}
            {place !== '' && ` · ${place}`}
          </dt>
          <dd>
            {holders.map((holder) => (
              <HolderLine key={holder.postId} holder={holder} />
            ))}
            {isHidden && <span className="hint">{t('chains.hidden')}</span>}
            {holders.length === 0 && !isHidden && <em className="gap">{t('chains.nobody')}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
