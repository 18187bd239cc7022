import { body, choice, defineProcedure, photos, text, workingDays } from '../../matters/index.ts';

const setHere = {
  zh: '督促、督查、督办（S40），有督查就有通报（S122）；时长为本区设定',
  en: 'Urging and supervision (S40), each with a bulletin (S122); length set by this district',
  kind: 'localSetting',
  since: '2026-01-01',
} as const;

/**
 * Supervision order (督办): a body has to answer for something by a date of its own; a supervisor looks whether the answer
 * is true; what was found ends in a bulletin. No ranking and no points.
 *
 * Source: catalogue S40 (信访部门协调、督促、督查、督办), S122 (有部署就有督查，有督查就有通报), S35 for what cannot be done. None of
 * them names a limit: the lengths are settings of the district.
 */
export const supervisionOrder = defineProcedure({
  id: 'supervision-order',
  version: 1,
  zh: '督办',
  en: 'Supervision order',
  holdsFrom: '2026-01-01',
  sources: [
    { zh: '协调、督促、督查、督办（S40）', en: 'Coordination, urging, inspection, supervision (S40)' },
    {
      zh: '有部署就有督查督办，有督查就有情况通报（S122）',
      en: 'Each deployment is inspected, each inspection ends in a bulletin (S122)',
    },
  ],
  promise: {
    zh: '督办有期限，答复有人核查，结果有通报；只说事，不排名，不打分。',
    en: 'An order has its limit, its answer is checked by somebody else, its result is made known; no ranking, no points.',
  },

  roles: {
    asker: { zh: '提请督办人', en: 'whoever asked for the order', is: 'reporter' },
    supervisor: { zh: '督办人', en: 'the supervisor', is: 'firstContact' },
    handler: { zh: '被督办单位', en: 'the body under the order', is: 'holder' },
    head: { zh: '被督办单位负责人', en: 'head of the body under the order', is: 'holderHead' },
    tierAbove: { zh: '上一级负责人', en: 'head of the tier above', is: 'offeredHead' },
  },

  states: {
    ordered: {
      zh: '督办中',
      en: 'To be answered',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '正在督促办理', en: 'The body has been told to act' },
    },
    answered: {
      zh: '待核查',
      en: 'To be checked',
      kind: 'open',
      owner: 'supervisor',
      plain: { zh: '已答复，督办人正在核查', en: 'Answered; the supervisor is checking it' },
    },
    closed: {
      zh: '已通报',
      en: 'Closed with a bulletin',
      kind: 'final',
      plain: { zh: '已核查并通报', en: 'Checked, and the result made known' },
    },
    revoked: { zh: '已撤销', en: 'Revoked', kind: 'final', plain: { zh: '督办已撤销', en: 'The order was revoked' } },
  },

  mainPath: ['ordered', 'answered', 'closed'],
  opening: {
    by: ['supervisor'],
    to: 'ordered', // an order is not on offer: the body has it at once
    atDesk: {
      posts: ['supervisor', 'dispatchLead'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '督办什么，要做到什么', en: 'What is to be done' }, { min: 10, max: 1000, visible: 'internal' }),
      body: body(
        { zh: '督办哪个单位', en: 'Which body' },
        ['department', 'taskGroup', 'subdistrictOffice'],
        'district',
      ),
      about: text(
        { zh: '为哪件事督办：事项编号', en: 'Number of the matter it is about' },
        { min: 4, max: 20, optional: true, visible: 'internal' },
      ),
      why: text({ zh: '为什么督办', en: 'Why' }, { min: 5, max: 500, visible: 'internal' }),
    },
    says: { zh: '{{actor}}向{{target}}发出督办。', en: '{{actor}} issued a supervision order to {{target}}.' },
  },

  steps: {
    reportProgress: {
      zh: '报告进展',
      en: 'Report progress',
      from: ['ordered'],
      to: 'same',
      by: ['handler'],
      asks: { progress: text({ zh: '进展', en: 'Progress' }, { min: 2, max: 1000 }) },
      tells: ['supervisor'],
      says: { zh: '{{body}}报告了进展。', en: '{{body}} reported progress.' },
    },
    answer: {
      zh: '答复：已办到',
      en: 'Answer: done',
      from: ['ordered'],
      to: 'answered',
      by: ['handler'],
      concludes: 'solved',
      weighs: true,
      asks: {
        done: text({ zh: '做了什么，结果怎样', en: 'What was done, with what result' }, { min: 20, max: 10000 }),
        shownBy: text(
          { zh: '凭据：到哪里能核查', en: 'What shows it, and where it can be checked' },
          { min: 5, max: 1000 },
        ),
        photos: photos({ zh: '照片', en: 'Photos' }, 6),
      },
      tells: ['supervisor', 'head'],
      says: { zh: '{{body}}答复：已经办到，等核查。', en: '{{body}} answered: done; it will be checked.' },
    },
    explain: {
      zh: '答复：办不到，说明原因',
      en: 'Answer: cannot be done, and why',
      from: ['ordered'],
      to: 'answered',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: {
        cause: text({ zh: '为什么办不到', en: 'Why it cannot be done' }, { min: 20, max: 10000 }),
        measure: text({ zh: '下一步措施', en: 'What will be done next' }, { min: 5, max: 1000 }),
      },
      tells: ['supervisor'],
      says: { zh: '{{body}}负责人{{actor}}说明办不到的原因。', en: '{{actor}}, head of {{body}}, explained why not.' },
    },
    returnAnswer: {
      zh: '核查不通过，退回重办',
      en: 'Check failed: return it',
      from: ['answered'],
      to: 'ordered',
      by: ['supervisor'],
      concludes: null,
      asks: {
        found: text(
          { zh: '核查看到什么，还差什么', en: 'What the check found, and what is missing' },
          { min: 10, max: 2000 },
        ),
      },
      tells: ['head', 'handler'],
      says: { zh: '{{actor}}核查后退回，要求重办。', en: '{{actor}} checked the answer and returned it.' },
    },
    close: {
      zh: '核查通过，通报',
      en: 'Check passed: close with a bulletin',
      from: ['answered'],
      to: 'closed',
      by: ['supervisor'],
      weighs: true,
      asks: {
        how: choice(
          { zh: '怎么核查的', en: 'How it was checked' },
          {
            onSite: { zh: '到现场看过', en: 'Seen on the spot' },
            askedPeople: { zh: '问过当事人', en: 'The people concerned were asked' },
            papers: { zh: '看过材料', en: 'The papers were read' },
          },
        ),
        found: text({ zh: '核查看到什么', en: 'What the check found' }, { min: 10, max: 2000, visible: 'internal' }),
        bulletin: text(
          {
            zh: '通报：什么事、谁办的、结果（不写个人姓名）',
            en: 'Bulletin: what, which body, the result (no persons)',
          },
          { min: 20, max: 2000 },
        ),
      },
      tells: ['asker', 'head', 'handler'],
      says: {
        zh: '{{actor}}核查通过，督办结束并通报。',
        en: '{{actor}} confirmed the answer; the order ends with a bulletin.',
      },
    },
    revoke: {
      zh: '撤销督办',
      en: 'Revoke the order',
      from: ['ordered', 'answered'],
      to: 'revoked',
      by: ['supervisor'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason: text({ zh: '为什么撤销', en: 'Why it is revoked' }, { min: 10, max: 500 }) },
      tells: ['asker', 'head', 'handler'],
      says: { zh: '{{actor}}撤销了督办，理由已写明。', en: '{{actor}} revoked the order and said why.' },
    },
  },

  clocks: {
    answering: {
      zh: '答复时限',
      en: 'Time to answer',
      within: workingDays(5),
      runsIn: ['ordered'],
      metBy: ['answer', 'explain'],
      whenMissed: { tell: ['head', 'tierAbove', 'supervisor'] },
      basis: setHere,
    },
    checking: {
      zh: '核查时限',
      en: 'Time to check',
      within: workingDays(3),
      runsIn: ['answered'],
      metBy: ['close', 'returnAnswer', 'revoke'],
      whenMissed: { tell: ['supervisor', 'tierAbove'] },
      basis: setHere,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(20),
      runsIn: ['ordered', 'answered'],
      metBy: ['close', 'revoke'],
      whenMissed: { tell: ['head', 'supervisor', 'tierAbove'] },
      basis: setHere,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 10,
});
