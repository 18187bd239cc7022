import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { ClockView } from '../contract/views.ts';
import { ClockDetails } from './clock-details.tsx';
import { ClockLine } from './clock-line.tsx';

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
