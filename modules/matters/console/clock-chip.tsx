import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { ClockView } from '../contract/views.ts';
import { ClockDetails } from './clock-details.tsx';
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
        {clockWords(clock, t, spoken ? spokenDue : due).map((words, at, { length }) => (
          <span key={words}>{at < length - 1 ? t('goesOn', { words }) : words}</span>
        ))}
      </span>
    </span>
  );
}

/** The clock chip (时限): pressed, it says by which rule, with which pauses, how it was counted and who is told. */
export function ClockChip({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <Popover trigger="click" placement="bottomRight" content={<ClockDetails clock={clock} />}>
      <button type="button" className="clock-chip">
        <span className="clock-name">{say(clock.name)}</span>
        <ClockLine clock={clock} />
        <span className="clock-more">{t('clock.more')}</span>
      </button>
    </Popover>
  );
}
