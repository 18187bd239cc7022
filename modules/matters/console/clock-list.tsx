import { useTranslation } from 'react-i18next';
import type { ClockView } from '../contract/views.ts';
import { ClockChip } from './clock-chip.tsx';

/** The clocks of a matter (时限): those that run in sight, those that have ended folded away. */
export function ClockList({ clocks }: { clocks: readonly ClockView[] }) {
  const { t } = useTranslation();
  const running = clocks.filter(({ endedAt }) => endedAt === null);
  const ended = clocks.filter(({ endedAt }) => endedAt !== null);
  return (
    <section aria-labelledby="clocks" className="clocks">
      <h2 id="clocks">{t('clock.title')}</h2>
      {running.length === 0 && <p className="hint">{t('clock.none')}</p>}
      <Chips clocks={running} />
      {ended.length > 0 && (
        <details>
          <summary>{t('clock.endedOnes', { count: ended.length })}</summary>
          <Chips clocks={ended} />
        </details>
      )}
    </section>
  );
}

const Chips = ({ clocks }: { clocks: readonly ClockView[] }) =>
  clocks.map((clock) => <ClockChip key={`${clock.clock} ${clock.run}`} clock={clock} />);
