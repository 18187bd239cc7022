import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { cache, callReception } from './api.ts';
import { DecisionForm } from './decision-form.tsx';
import { ChoiceField, DayField, LineField, WordsField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';
import { useTimes } from '../../../ui/console/times.ts';

type Receptions = Awaited<ReturnType<typeof loadReceptions>>;
type Day = Receptions['days'][number];
type Booking = Day['bookings'][number];
const loadReceptions = () => callReception('GET /api/receptions');

/** Days on which a leader receives (领导接访): who booked, what was said turned into a matter, the next day announced. */
export function ReceptionPage() {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.receptions,
    queryFn: loadReceptions,
  });
  return (
    <main id="main" className="reading meeting">
      <h1>{t('reception.title')}</h1>
      <p>
        {t('reception.about')} <a href="/reception">{t('reception.public')}</a>
      </p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data?.days.length === 0 && <Empty title={t('reception.none')} />}
      {data?.days.map((day) => (
        <OneDay key={day.id} day={day} bodies={data.bodies} />
      ))}
      {data && <Announce today={data.today} />}
    </main>
  );
}

function OneDay({ day, bodies }: { day: Day; bodies: Receptions['bodies'] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const free = day.slots.filter((slot) => slot.free).length;
  return (
    <section aria-labelledby={day.id}>
      <h2 id={day.id}>
        <span className="number">{date(day.heldOn)}</span> {day.leader}
      </h2>
      <p className="hint">
        {say(day.area)} · {day.place} · {t('reception.free', { free, all: day.slots.length })}
      </p>
      {day.bookings.length === 0 && <p className="hint">{t('reception.nobody')}</p>}
      <ul className="agenda">
        {day.bookings.map((booking) => (
          <OneBooking key={booking.id} booking={booking} bodies={bodies} notYet={day.notYet} />
        ))}
      </ul>
    </section>
  );
}

function OneBooking({
  booking,
  bodies,
  notYet,
}: {
  booking: Booking;
  bodies: Receptions['bodies'];
  notYet: Day['notYet'];
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { number, at, topic, cancelled, matter } = booking;
  return (
    <li>
      <strong className="number">{at}</strong> {topic} <span className="hint number">{number}</span>
      {cancelled && <p className="hint">{t('reception.cancelled')}</p>}
      {matter && (
        <p>
          {t('reception.became')}{' '}
          <Link to="/matters/$id" params={{ id: matter.id }} className="number">
            {matter.number}
          </Link>
        </p>
      )}
      {!cancelled && !matter && (
        <p className="actions">
          <Button aria-expanded={isOpen} disabled={notYet !== null} onClick={() => setIsOpen(!isOpen)}>
            {t('reception.came')}
          </Button>{' '}
          {notYet && <span className="hint">{say(notYet)}</span>}
        </p>
      )}
      {isOpen && <VisitForm booking={booking} bodies={bodies} close={() => setIsOpen(false)} />}
    </li>
  );
}

type VisitProps = { readonly booking: Booking; readonly bodies: Receptions['bodies']; readonly close: () => void };

function VisitForm({ booking, bodies, close }: VisitProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [said, setSaid] = useState('');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const { send, isPending, failure, isFaulty, faultAt } = useCommand(
    (commandId, body: { said: string; bodyId: string | null }) =>
      callReception('POST /api/bookings/:id/visit', { params: { id: booking.id }, body: { ...body, commandId } }),
    { refresh: cache.receptions, at: ['said', 'body'], after: close },
  );
  return (
    <DecisionForm
      name={t('reception.came')}
      press={t('reception.hand')}
      isPending={isPending}
      failure={failure}
      faulty={isFaulty}
      send={() => send({ said, bodyId })}
      close={close}
    >
      <WordsField label={t('reception.said')} value={said} onChange={setSaid} fault={faultAt('said')} />
      <ChoiceField
        label={t('reception.body')}
        value={bodyId}
        options={bodies.map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={setBodyId}
        fault={faultAt('body')}
      />
    </DecisionForm>
  );
}

const dayFields = ['leader', 'heldOn', 'begins', 'slotMinutes', 'slots', 'place'] as const;

function Announce({ today }: { today: string }) {
  const { t } = useTranslation();
  const empty = { leader: '', heldOn: '', begins: '09:00', slotMinutes: 20, slots: 6, place: '' };
  const [wish, setWish] = useState(empty);
  const set = (part: Partial<typeof empty>) => setWish((before) => ({ ...before, ...part }));
  const { send, isPending, isSuccess, failure, faultAt } = useCommand(
    (commandId, body: typeof empty) =>
      callReception('POST /api/receptions', { body: { ...body, heldOn: body.heldOn || '1970-01-01', commandId } }),
    { refresh: cache.receptions, at: dayFields, after: () => setWish(empty) },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(wish);
  };
  return (
    <form className="form" aria-labelledby="announce" noValidate onSubmit={submit}>
      <h2 id="announce">{t('reception.announce')}</h2>
      <LineField
        label={t('reception.leader')}
        value={wish.leader}
        onChange={(leader) => set({ leader })}
        fault={faultAt('leader')}
      />
      <DayField
        label={t('reception.day')}
        value={wish.heldOn}
        min={today}
        onChange={(heldOn) => set({ heldOn })}
        fault={faultAt('heldOn')}
      />
      <LineField
        label={t('reception.begins')}
        value={wish.begins}
        onChange={(begins) => set({ begins })}
        fault={faultAt('begins')}
      />
      <CountField
        label={t('reception.minutes')}
        value={wish.slotMinutes}
        onChange={(slotMinutes) => set({ slotMinutes })}
        fault={faultAt('slotMinutes')}
      />
      <CountField
        label={t('reception.slots')}
        value={wish.slots}
        onChange={(slots) => set({ slots })}
        fault={faultAt('slots')}
      />
      <LineField
        label={t('reception.place')}
        value={wish.place}
        onChange={(place) => set({ place })}
        fault={faultAt('place')}
      />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('reception.publish')}
        </Button>
        <span role="status">{isSuccess && t('reception.isPublished')}</span>
        <FailureLine failure={failure} />
      </div>
    </form>
  );
}

type CountProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly fault: string | undefined;
};

function CountField({ label, value, onChange, fault }: CountProps) {
  return (
    <Field label={label} fault={fault}>
      {({ status: _status, ...control }) => (
        <InputNumber<number> {...control} precision={0} value={value} onChange={(count) => onChange(count ?? 0)} />
      )}
    </Field>
  );
}
