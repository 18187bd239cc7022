import { body, choice, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { cause, chosenHere, measure, progress, shownBy } from './basis.ts';

const basis = chosenHere('排出来的逐个化解（S38）', 'What was listed is solved one by one (S38)');

/** Whether a problem is there or only shows early signs (风险). */
export const problemRisk = choice(
  { zh: '现在是什么情况', en: 'How it stands' },
  {
    known: { zh: '已经发生，还没解决', en: 'It is there and not solved' },
    likely: { zh: '有苗头，可能发生', en: 'Early signs' },
    possible: { zh: '要提前防', en: 'To be prevented' },
  },
);

/**
 * Priority problem (重点问题): one problem of a screening round, with its owner; closed only on what shows that it is solved.
 *
 * Source: catalogue S38 (One-by-one resolution; closing requires evidence), S35 for what cannot be done.
 */
export const priorityProblem = defineProcedure({
  id: 'priority-problem',
  version: 1,
  zh: '重点问题',
  en: 'Priority problem',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '重点问题排查清单（S38）', en: 'Periodic screening of priority problems (S38)' }],
  promise: {
    zh: '一个问题一个单位负责，有凭据才能销号。',
    en: 'Each problem has one owner, and is closed on evidence.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever asked for it', is: 'reporter' },
    lister: { zh: '排查人', en: 'who listed it', is: 'firstContact' },
    owner: { zh: '负责单位', en: 'the owner', is: 'holder' },
    head: { zh: '负责单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    solving: {
      zh: '化解中',
      en: 'Being solved',
      kind: 'open',
      owner: 'owner',
      plain: { zh: '正在化解', en: 'It is being solved' },
    },
    solved: { zh: '已销号', en: 'Closed', kind: 'final', plain: { zh: '已经化解', en: 'It is solved' } },
    explained: {
      zh: '已说明',
      en: 'Explained',
      kind: 'final',
      plain: { zh: '眼下解决不了，原因已说明', en: 'It cannot be solved now; why was said' },
    },
  },
  mainPath: ['solving', 'solved'],
  task: { keptBy: { field: 'body' }, titleFrom: 'problem' },
  opening: {
    by: ['lister'],
    to: 'solving',
    asks: {
      problem: text({ zh: '什么问题（不写人名）', en: 'Which problem (no names)' }, { min: 5, max: 500 }),
      risk: problemRisk,
      measures: text({ zh: '打算怎么化解', en: 'How it is to be solved' }, { min: 5, max: 1000 }),
      body: body(
        { zh: '由谁负责', en: 'Who is responsible' },
        ['department', 'taskGroup', 'subdistrictOffice', 'residentsCommittee', 'villagersCommittee'],
        'district',
      ),
      whole: text({ zh: '哪一轮排查', en: 'Which round' }, { min: 1, max: 200 }),
    },
    says: { zh: '{{actor}}列出，由{{target}}负责。', en: '{{actor}} listed it for {{target}}.' },
  },
  steps: {
    note: {
      zh: '记一笔进展',
      en: 'Record progress',
      from: ['solving'],
      to: 'same',
      by: ['owner'],
      asks: { progress },
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
    },
    solve: {
      zh: '化解了，销号',
      en: 'Solved: close it',
      from: ['solving'],
      to: 'solved',
      by: ['owner'],
      concludes: 'solved',
      weighs: true,
      asks: { result: text({ zh: '怎么化解的', en: 'How it was solved' }, { min: 10, max: 2000 }), shownBy },
      tells: ['lister', 'raiser', 'head'],
      says: { zh: '{{body}}化解了，凭据已写明。', en: '{{body}} solved it, with the evidence.' },
    },
    explain: {
      zh: '说明解决不了',
      en: 'Explain why not',
      from: ['solving'],
      to: 'explained',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { cause, measure },
      tells: ['lister', 'raiser'],
      says: {
        zh: '{{body}}负责人{{actor}}说明解决不了的原因和措施。',
        en: '{{actor}}, head of {{body}}, explained why not, and what comes.',
      },
    },
  },
  clocks: {
    solving: {
      zh: '化解时限',
      en: 'Time to solve',
      within: workingDays(30),
      runsIn: ['solving'],
      metBy: ['solve', 'explain'],
      nearWhen: workingDays(5),
      whenNear: { remind: ['owner', 'head'] },
      whenMissed: { tell: ['head', 'lister'], tellTierAbove: true },
      districtMay: { min: 10, max: 60 },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
