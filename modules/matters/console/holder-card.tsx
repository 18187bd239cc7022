import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { BodyView, MatterPage, WorkerView } from '../contract/views.ts';

/** Who has it now, to whom it was offered, who had it before, and below the first contact (首问人). */
export function HolderCard({ page }: { page: MatterPage }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { holder, offer, heldBefore, hops, reopenings, firstContact } = page;
  return (
    <section className="card" aria-labelledby="holder">
      <h2 id="holder">{t('holder.title')}</h2>
      {holder.worker ? <Worker worker={holder.worker} /> : <Body body={holder.body} />}
      {!holder.worker && <p className="hint">{t('holder.nobodyYet')}</p>}
      {offer && offer.to.id !== holder.body.id && (
        <p className="note">{t('holder.offer', { from: say(offer.from.name), to: say(offer.to.name) })}</p>
      )}
      {heldBefore.length > 0 && (
        <p className="hint">{t('holder.before', { bodies: heldBefore.map(say).join(t('arrow')) })}</p>
      )}
      {hops > 0 && <p className="hint">{t('holder.hops', { count: hops })}</p>}
      {reopenings > 0 && <p className="hint">{t('holder.reopenings', { count: reopenings })}</p>}
      <h3>{t('holder.firstContact')}</h3>
      <Worker worker={firstContact} />
      <p className="hint">{t('holder.firstContactAbout')}</p>
    </section>
  );
}

function Worker({ worker }: { worker: WorkerView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <>
      <p>
        <strong>{say(worker.name)}</strong>
        {worker.post && <span> · {say(worker.post)}</span>}
      </p>
      {worker.away && (
        <p className="note">{t('holder.away', { name: say(worker.away.deputy), day: date(worker.away.untilOn) })}</p>
      )}
      <Body body={worker.body} />
    </>
  );
}

function Body({ body }: { body: BodyView }) {
  const { say } = useLanguage();
  return (
    <p>
      {say(body.name)}
      {body.phonePublic !== null && (
        <>
          {' '}
          <a href={`tel:${body.phonePublic}`}>{body.phonePublic}</a>
        </>
      )}
    </p>
  );
}
