import { day, text, workingDays } from '../../matters/index.ts';
import { isAdmitted } from '../rules/not-admitted.ts';
import { chosenHere, progress, reason } from './basis.ts';

/** What a target and its parts have in common (目标任务和子任务共有的). */
export const taskDay = day({ zh: '哪天办成', en: 'Done by' }, { fromDays: 1, toDays: 365 });
export const taskWords = text(
  { zh: '要办成什么（看得出办没办成）', en: 'What has to be achieved, so that it can be seen' },
  { min: 5, max: 500 },
);
/** Communities are not among them: what goes there needs admission (准入). */
export const taskBodies = ['department', 'taskGroup', 'subdistrictOffice'] as const;
export const taskBasis = chosenHere(
  '层层分解目标任务、加强督促检查（S123）',
  'Targets are broken down tier by tier and followed (S123)',
);

export const taskSteps = {
  accept: {
    zh: '签收',
    en: 'Accept',
    from: ['assigned'],
    to: 'working',
    by: ['asked'],
    moves: { take: true },
    asks: { plan: text({ zh: '打算怎么办', en: 'What happens next' }, { min: 5, max: 500 }) },
    tells: ['setter'],
    says: { zh: '{{body}}签收，{{actor}}负责。', en: '{{body}} accepted it; {{actor}} answers for it.' },
  },
  sendBack: {
    zh: '不属本单位，退回',
    en: 'Not ours: send back',
    from: ['assigned'],
    to: 'returned',
    by: ['asked'],
    concludes: 'notOurs',
    weighs: true,
    asks: { reason },
    tells: ['setter', 'raiser'],
    says: { zh: '{{body}}写明理由退回。', en: '{{body}} sent it back with a reason.' },
  },
  toCommunity: {
    zh: '交给社区',
    en: 'Give it to a community',
    from: ['working'],
    to: 'same',
    by: ['lead'],
    onlyIf: [isAdmitted], // nothing lands on a community that is not listed, lawful and paid for
    asks: { reason },
    says: { zh: '{{actor}}想交给社区。', en: '{{actor}} wanted to give it to a community.' },
  },
  note: {
    zh: '记一笔进展',
    en: 'Record progress',
    from: ['working'],
    to: 'same',
    by: ['lead'],
    asks: { progress },
    says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
  },
} as const;

/** Time to accept (签收时限). */
export const acceptance = {
  zh: '签收时限',
  en: 'Time to accept',
  within: workingDays(1),
  runsIn: ['assigned'],
  metBy: ['accept', 'sendBack'],
  whenMissed: { tell: ['setter'], tellTierAbove: true },
  basis: taskBasis,
} as const;
