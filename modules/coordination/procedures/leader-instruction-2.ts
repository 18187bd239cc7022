import { workingDays, type Procedure } from '../../matters/index.ts';
import { leaderInstruction } from './leader-instruction.ts';

const { acceptance, handling } = leaderInstruction.clocks;

/**
 * Leader instruction (领导批示件), version 2: two working days before the feedback is due the body is reminded, and feedback
 * that is late turns into a supervision order, which the timer issues (超期转督办).
 *
 * Source: catalogue S36 with S40 (督促、督查、督办); the lengths are settings.
 */
export const leaderInstruction2: Procedure = {
  ...leaderInstruction,
  version: 2,
  holdsFrom: '2026-11-01',
  sources: [
    ...leaderInstruction.sources,
    { zh: '督促、督查、督办（S40）', en: 'Urging, inspection, supervision (S40)' },
  ],
  promise: {
    zh: '批示当天有单位签收；快到期有提醒，超期自动转督办；没有经审看同意的反馈，不能销号。',
    en: 'A body signs for the instruction the same day; it is reminded in time, and late feedback turns into a supervision order; nothing is closed without feedback that was accepted.',
  },
  clocks: {
    ...leaderInstruction.clocks,
    acceptance: { ...acceptance, whenNear: { remind: ['addressee'] } },
    handling: {
      ...handling,
      districtMay: { min: 5, max: 15 },
      nearWhen: workingDays(2),
      whenNear: { remind: ['handler', 'head'] },
      whenMissed: {
        ...handling.whenMissed,
        tellTierAbove: true,
        opens: {
          procedure: 'supervision-order',
          fills: {
            what: {
              words: {
                zh: '批示件 {{number}} 的反馈已超期，请{{body}}尽快办结并反馈。',
                en: 'Feedback on instruction {{number}} is late; {{body}} is to finish it and report.',
              },
            },
            body: { body: 'holder' },
            about: { words: { zh: '{{number}}', en: '{{number}}' } },
            why: {
              words: {
                zh: '{{clock}}到 {{due}} 为止，没有按时反馈。到期自动转督办。',
                en: '{{clock}} ran out on {{due}} without feedback. Issued by the timer.',
              },
            },
          },
        },
      },
    },
  },
};
