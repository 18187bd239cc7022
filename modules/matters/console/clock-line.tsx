import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../ui/console/times.ts';
import type { ClockView } from '../contract/views.ts';
import { ClockShape } from './clock-shape.tsx';
import { clockWords } from './clock-words.ts';

/** How a clock stands: word, shape and colour; `spoken` says today and tomorrow, which is not for paper. */
export function ClockLine({ clock, spoken = false }: { clock: ClockView; spoken?: boolean }) {
  const { t } = useTranslation();
  const { due, spokenDue } = useTimes();
  return (
    <span className={`clock clock-${clock.standing}`}>
      <ClockShape standing={clock.standing} />
      <span className="clock-words">
        {clockWords(clock, t, spoken ? spokenDue : due).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </span>
  );
}
