import { importText, sayImport } from '../import-fault.ts';
import type { FlaggedList } from './flagged-list.ts';
import type { Imported } from './import-appeals.ts';
import type { Figures } from './measure.ts';

const whole = (n: number): string => n.toLocaleString('en-US');
const tenth = (n: number): string => n.toFixed(1);
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Says what an import did and what the imported messages show (导入结果), each line in Chinese and then in English. */
export function reportAppeals(imported: Imported, figures: Figures, flagged: FlaggedList, seconds: number): string[] {
  const { matters, answered, calendarDays, workingDays, within, handling, total } = figures;
  const reasons = [...flagged.counts].toSorted(([, a], [, b]) => b - a);
  return [
    importText('report.matters', { matters: whole(matters), added: whole(imported.added), seconds: tenth(seconds) }),
    importText('report.flagged', { rows: whole(imported.rows), flagged: whole(flagged.rows()), file: flagged.file }),
    ...reasons.map(([reason, count]) => {
      const { zh, en } = sayImport(`reasons.${reason}`);
      return `  ${String(count).padStart(6)}  ${zh} · ${en}`;
    }),
    importText('report.answered', { answered: whole(answered) }),
    importText('report.calendarDays', { median: tenth(calendarDays.median), p90: tenth(calendarDays.p90) }),
    importText('report.workingDays', { median: tenth(workingDays.median), p90: tenth(workingDays.p90) }),
    importText('report.within', { five: percent(within.fiveWorkingDays), fifteen: percent(within.fifteenWorkingDays) }),
    ...Object.entries({ handling, total }).map(([clock, { met, metLate, open }]) =>
      importText(`report.clocks.${clock}`, { met: whole(met), metLate: whole(metLate), open: whole(open) }),
    ),
  ];
}
