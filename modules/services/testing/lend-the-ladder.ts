import { calendarDays, choice, defineProcedure, sameDay, text, workingDays } from '../../matters/index.ts';

const setHere = { zh: '社区自定', en: 'set by the community', kind: 'localSetting', since: '2026-01-01' } as const;

/** Lending the ladder (借梯子): a resident borrows the community's ladder, brings it back, and somebody looks it over. */
export const lendTheLadder = defineProcedure({
  id: 'lend-the-ladder',
  version: 1,
  zh: '借梯子',
  en: 'Lending the ladder',
  holdsFrom: '2026-01-01',
  sources: [{ zh: '社区自定', en: 'set by the community' }],
  promise: { zh: '当天有答复，最多借三天。', en: 'You hear the same day; the ladder is yours for up to three days.' },

  roles: {
    borrower: { zh: '借用人', en: 'the borrower', is: 'reporter' },
    reception: { zh: '登记人', en: 'whoever took it down', is: 'firstContact' },
    keeper: { zh: '社区', en: 'the community', is: 'holder' },
  },

  states: {
    asked: {
      zh: '待借出',
      en: 'Asked for',
      kind: 'open',
      owner: 'keeper',
      plain: { zh: '已登记，等社区答复', en: 'Taken down; the community will answer' },
    },
    lent: {
      zh: '已借出',
      en: 'Lent',
      kind: 'open',
      owner: 'keeper',
      plain: { zh: '梯子在您手里', en: 'You have the ladder' },
    },
    returned: {
      zh: '待检查',
      en: 'To be looked over',
      kind: 'open',
      owner: 'keeper',
      plain: { zh: '已归还，正在检查', en: 'It is back and being looked over' },
    },
    settled: {
      zh: '已了结',
      en: 'Settled',
      kind: 'final',
      plain: { zh: '梯子已归位', en: 'The ladder is in its place' },
    },
    declined: { zh: '没有借成', en: 'Not lent', kind: 'final', plain: { zh: '这次借不了', en: 'Not this time' } },
  },

  mainPath: ['asked', 'lent', 'returned', 'settled'],
  opening: {
    by: ['reception'],
    to: 'asked',
    atDesk: { posts: ['communityClerk', 'gridWorker'], keptBy: 'openersBody', concerns: 'noArea', titleFrom: 'why' },
    asks: { why: text({ zh: '借来做什么', en: 'What it is for' }, { min: 2, max: 200 }) },
    says: { zh: '有居民想借梯子。', en: 'A resident would like to borrow the ladder.' },
  },

  steps: {
    handOut: {
      zh: '借出',
      en: 'Hand it out',
      from: ['asked'],
      to: 'lent',
      by: ['keeper'],
      tells: ['borrower'],
      says: { zh: '{{actor}}把梯子借出去了。', en: '{{actor}} handed the ladder out.' },
    },
    decline: {
      zh: '借不了',
      en: 'Decline',
      from: ['asked'],
      to: 'declined',
      by: ['keeper'],
      concludes: 'explained',
      asks: { reason: text({ zh: '为什么借不了', en: 'Why not' }, { min: 2, max: 200 }) },
      tells: ['borrower'],
      says: { zh: '这次借不了，原因已说明。', en: 'It could not be lent this time, and why was said.' },
    },
    takeBack: {
      zh: '归还',
      en: 'Take it back',
      from: ['lent'],
      to: 'returned',
      by: ['keeper'],
      says: { zh: '梯子还回来了。', en: 'The ladder is back.' },
    },
    settle: {
      zh: '检查了结',
      en: 'Look it over and settle',
      from: ['returned'],
      to: 'settled',
      by: ['keeper'],
      concludes: 'solved',
      asks: {
        condition: choice(
          { zh: '梯子怎么样', en: 'Its condition' },
          { whole: { zh: '完好', en: 'Whole' }, repair: { zh: '要修', en: 'Needs repair' } },
        ),
      },
      tells: ['borrower'],
      says: { zh: '{{actor}}检查过，梯子归位。', en: '{{actor}} looked it over and put it in its place.' },
    },
  },

  clocks: {
    answer: {
      zh: '答复时限',
      en: 'Time to answer',
      within: sameDay(),
      runsIn: ['asked'],
      metBy: ['handOut', 'decline'],
      whenMissed: { tell: ['reception'] },
      basis: setHere,
    },
    loan: {
      zh: '借期',
      en: 'Loan',
      within: calendarDays(3),
      runsIn: ['lent'],
      metBy: ['takeBack'],
      whenMissed: { tell: ['borrower', 'keeper'] },
      basis: setHere,
    },
    lookingOver: {
      zh: '检查时限',
      en: 'Time to look it over',
      within: workingDays(1),
      runsIn: ['returned'],
      metBy: ['settle'],
      whenMissed: { tell: ['reception'] },
      basis: setHere,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 1,
});
