import { calendarDays, defineProcedure } from '../../matters/index.ts';
import { benefitDeterminationV1 } from './benefit-determination-v1.ts';

/**
 * Benefit determination (救助认定), version 2: as version 1, with one limit that runs through postings and objections too,
 * because each posting anew stood outside every limit and could follow the last one for ever.
 */
export const benefitDetermination = defineProcedure({
  ...benefitDeterminationV1,
  version: 2,
  holdsFrom: '2026-11-01',
  clocks: {
    ...benefitDeterminationV1.clocks,
    wholeCourse: {
      zh: '全程时限',
      en: 'Time for the whole course',
      within: calendarDays(90),
      runsIn: ['applied', 'posted', 'objected', 'assessed', 'awaitingDecision', 'awaitingRefusal'],
      metBy: ['grant', 'refuse', 'withdraw'],
      whenMissed: benefitDeterminationV1.clocks.total.whenMissed,
      basis: {
        zh: '公示和核实异议也有头；时长为本区设定',
        en: 'Postings and objections have an end too; length set by this district',
        kind: 'localSetting',
        since: '2026-11-01',
      },
    },
  },
});
