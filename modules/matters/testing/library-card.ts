import { addWords } from '../../../platform/i18n/words.ts';
import { defineProcedure } from '../kit/define-procedure.ts';
import { calendarDays, sameDay, workingDays, workingHours } from '../kit/duration.ts';
import { allowed, denied, type Condition, type Guard } from '../kit/facts.ts';
import { body, choice, photos, rating, text } from '../kit/fields.ts';
import type { Named } from '../kit/named.ts';

const words = (zh: string, en: string): Named => ({ zh, en });
const basis = { ...words('样例', 'invented'), kind: 'localSetting', since: '2026-01-01' } as const;
const reason = text(words('理由', 'Reason'), { min: 2, max: 100 });

addWords('library-card', {
  zh: {
    refusals: { card: { loan_is_over: '借期已过。', too_many_weeks: '最多 {{weeks}} 周。', too_late: '太晚了。' } },
  },
  en: {
    refusals: { card: { loan_is_over: 'It is over.', too_many_weeks: 'At most {{weeks}}.', too_late: 'Too late.' } },
  },
});

const thirdPass: Condition = {
  name: 'thirdPass',
  ...words('第三次', 'third time'),
  holds: ({ matter }) => matter.hops >= 2,
};
const content: Condition = {
  name: 'content',
  ...words('满意', 'content'),
  holds: ({ input }) => Number(input['mark']) >= 3,
};
const loanIsNotOver: Guard = {
  name: 'loanIsNotOver',
  mayBegin: ({ matter, now }) =>
    matter.clocks.some((run) => run.clock === 'loan' && run.endedAt === null && run.dueAt !== null && now <= run.dueAt)
      ? allowed
      : denied('card.loan_is_over'),
  checksInput: ({ input }) => (input['weeks'] === 'eight' ? denied('card.too_many_weeks', { weeks: 4 }) : allowed),
};
const soonAfter: Guard = {
  name: 'soonAfter',
  mayBegin: ({ matter, now }) =>
    matter.endedAt && now.getTime() - matter.endedAt.getTime() <= 7 * 86_400_000 ? allowed : denied('card.too_late'),
};

/** Library card (借书证): an invented procedure with every kind of step, on which the engine is tried. */
export const libraryCard = defineProcedure({
  id: 'library-card',
  version: 1,
  ...words('借书证', 'Library card'),
  holdsFrom: '2026-01-01',
  sources: [words('样例', 'invented')],
  promise: words('借书证当天有人办。', 'Someone sees to your card the same day.'),

  roles: {
    reader: { ...words('读者', 'the reader'), is: 'reporter' },
    desk: { ...words('前台', 'the desk'), is: 'firstContact' },
    asked: { ...words('待接手的馆', 'the library that was asked'), is: 'offered' },
    library: { ...words('经手的馆', 'the library that has it'), is: 'holder' },
    branch: { ...words('分馆', 'the branch'), is: 'holder', of: ['residentsCommittee'] },
    hall: { ...words('总馆', 'the main library'), is: 'holder', of: ['taskGroup', 'department'] },
    chief: { ...words('馆长', 'the chief'), is: 'holderHead' },
    umpire: { ...words('裁定人', 'the umpire'), is: 'offeredHead' },
    timer: { ...words('到期自动', 'the clock'), is: 'timer' },
  },

  states: {
    requested: { ...words('待接手', 'Requested'), kind: 'open', owner: 'asked', plain: words('已收到', 'Received') },
    searching: { ...words('找书中', 'Searching'), kind: 'open', owner: 'library', plain: words('正在找', 'On it') },
    passedOn: { ...words('转馆中', 'Passed on'), kind: 'open', owner: 'asked', plain: words('转馆中', 'Passed on') },
    disputed: { ...words('待裁定', 'Disputed'), kind: 'open', owner: 'umpire', plain: words('待裁定', 'Disputed') },
    lent: { ...words('借出', 'Lent'), kind: 'waiting', owner: 'reader', plain: words('在您手里', 'You have it') },
    checked: {
      ...words('待馆长看', 'Checked'),
      kind: 'open',
      owner: 'chief',
      plain: words('馆长在看', 'Being checked'),
    },
    returned: {
      ...words('待评价', 'Returned'),
      kind: 'waiting',
      owner: 'reader',
      plain: words('请评价', 'Please judge'),
    },
    shelved: { ...words('已上架', 'Shelved'), kind: 'final', plain: words('办完了', 'Done') },
    elsewhere: { ...words('不归本馆', 'Elsewhere'), kind: 'final', plain: words('请找别处', 'Ask elsewhere') },
    cancelled: { ...words('已取消', 'Cancelled'), kind: 'final', plain: words('已取消', 'Cancelled') },
  },

  mainPath: ['requested', 'searching', 'returned', 'shelved'],
  opening: {
    by: ['reader', 'desk'],
    to: 'requested',
    asks: {
      what: text(words('哪本书', 'Which book'), { min: 2, max: 200 }),
      photos: photos(words('照片', 'Photos'), 2),
    },
    says: words('想借一本书。', 'A book was asked for.'),
  },

  steps: {
    take: {
      ...words('接手', 'Take'),
      from: ['requested', 'passedOn'],
      to: 'searching',
      by: ['asked'],
      moves: { take: true },
      asks: { memo: text(words('内部备注', 'Memo'), { min: 2, max: 100, optional: true, visible: 'internal' }) },
      tells: ['reader'],
      says: words('{{body}}接手，{{actor}}负责。', '{{actor}} of {{body}} took it.'),
    },
    decline: {
      ...words('退回', 'Decline'),
      from: ['passedOn'],
      to: 'searching',
      by: ['asked'],
      moves: { lapse: true },
      asks: { reason },
      says: words('{{body}}退回。', '{{body}} declined.'),
    },
    passOn: {
      ...words('转馆', 'Pass on'),
      from: ['searching'],
      by: ['branch', 'hall'],
      to: [
        { when: thirdPass, to: 'disputed', moves: { offerTo: 'decider' } },
        { to: 'passedOn', moves: { offerTo: 'chosen' } },
      ],
      asks: { body: body(words('转给', 'To'), ['residentsCommittee', 'department'], 'district'), reason },
      says: words('{{body}}请{{target}}接手。', '{{body}} asked {{target}}.'),
    },
    sendUp: {
      ...words('上报总馆', 'Send up'),
      from: ['searching'],
      by: ['branch'],
      to: [
        { when: thirdPass, to: 'disputed', moves: { offerTo: 'decider' } },
        { to: 'passedOn', moves: { offerTo: 'tierAbove' } },
      ],
      asks: { reason },
      says: words('{{body}}上报{{target}}。', '{{body}} sent it up to {{target}}.'),
    },
    sendBack: {
      ...words('退给来件馆', 'Send back'),
      from: ['searching'],
      by: ['hall'],
      to: [
        { when: thirdPass, to: 'disputed', moves: { offerTo: 'decider' } },
        { to: 'passedOn', moves: { offerTo: 'cameFrom' } },
      ],
      asks: { reason },
      says: words('{{body}}退给{{target}}。', '{{body}} sent it back to {{target}}.'),
    },
    settle: {
      ...words('裁定', 'Settle'),
      from: ['disputed'],
      to: 'searching',
      by: ['umpire'],
      moves: { ruleTo: 'chosen' },
      asks: {
        body: body(words('由谁办', 'Who'), ['residentsCommittee', 'taskGroup', 'department'], 'district'),
        reason,
      },
      says: words('{{actor}}裁定由{{target}}办。', '{{actor}} ruled: {{target}}.'),
    },
    lend: {
      ...words('借出', 'Lend'),
      from: ['searching'],
      to: 'lent',
      by: ['library'],
      times: 4,
      tells: ['reader'],
      says: words('书借出了。', 'The book is out.'),
    },
    extend: {
      ...words('续借', 'Extend'),
      from: ['lent'],
      to: 'same',
      by: ['reader'],
      onlyIf: [loanIsNotOver],
      asks: { weeks: choice(words('几周', 'Weeks'), { two: words('两周', 'two'), eight: words('八周', 'eight') }) },
      says: words('读者续借。', 'Extended.'),
    },
    prolong: {
      ...words('延长找书期', 'Prolong'),
      from: ['searching'],
      to: 'same',
      by: ['chief'],
      extends: {
        clock: 'search',
        by: { field: 'length', lengths: { three: workingDays(3), five: workingDays(5) } },
        atMost: workingDays(8),
        times: 2,
      },
      asks: {
        length: choice(words('多久', 'How long'), { three: words('三天', 'three'), five: words('五天', 'five') }),
        reason,
      },
      tells: ['reader'],
      says: words('找书期延到 {{until}}。', 'Prolonged until {{until}}.'),
    },
    bringBack: {
      ...words('还书', 'Bring back'),
      from: ['lent'],
      to: 'searching',
      by: ['reader'],
      asks: { photos: photos(words('照片', 'Photos'), 2) },
      says: words('书还了。', 'It is back.'),
    },
    recall: {
      ...words('催还', 'Recall'),
      from: ['lent'],
      to: 'searching',
      by: ['timer', 'library'],
      says: words('借期已到。', 'The loan is over.'),
    },
    note: {
      ...words('记一笔', 'Note'),
      from: ['searching', 'passedOn', 'disputed', 'checked', 'lent'],
      to: 'same',
      by: ['library', 'desk'],
      asks: { note: text(words('进展', 'Progress'), { min: 2, max: 100 }) },
      says: words('{{actor}}记了一笔。', '{{actor}} noted.'),
    },
    handOver: {
      ...words('办好', 'Hand over'),
      from: ['searching'],
      to: 'returned',
      by: ['library'],
      concludes: 'solved',
      weighs: true,
      asks: { reply: text(words('答复', 'Reply'), { min: 2, max: 300 }) },
      tells: ['reader'],
      says: words('{{body}}办好了。', '{{body}} did it.'),
    },
    giveUp: {
      ...words('找不到', 'Give up'),
      from: ['searching'],
      to: 'checked',
      by: ['library'],
      asks: { reply: text(words('说明', 'Explanation'), { min: 2, max: 300 }) },
      says: words('没找到。', 'Not found.'),
    },
    confirmLoss: {
      ...words('确认', 'Confirm'),
      from: ['checked'],
      to: 'returned',
      by: ['chief'],
      concludes: 'explained',
      tells: ['reader'],
      says: words('馆长确认。', 'The chief confirmed.'),
    },
    keepSearching: {
      ...words('再找', 'Keep searching'),
      from: ['checked'],
      to: 'searching',
      by: ['chief'],
      asks: { reason },
      says: words('馆长要求再找。', 'Search on.'),
    },
    redirect: {
      ...words('请找别处', 'Redirect'),
      from: ['requested', 'searching'],
      to: 'elsewhere',
      by: ['asked', 'library'],
      concludes: 'notOurs',
      tells: ['reader'],
      says: words('请找别处。', 'Ask elsewhere.'),
    },
    judge: {
      ...words('评价', 'Judge'),
      from: ['returned'],
      by: ['reader'],
      to: [
        { when: content, to: 'shelved' },
        { to: 'searching', concludes: null, reopens: true },
      ],
      asks: { mark: rating(words('满意吗', 'Content?')) },
      says: words('读者评价。', 'Judged.'),
    },
    lapse: {
      ...words('期满', 'Lapse'),
      from: ['returned'],
      to: 'shelved',
      by: ['timer'],
      tells: ['reader'],
      says: words('期满未评价。', 'No word came.'),
    },
    lookAgain: {
      ...words('再找一次', 'Look again'),
      from: ['shelved'],
      to: 'searching',
      by: ['reader'],
      onlyIf: [soonAfter],
      concludes: null,
      reopens: true,
      asks: { reason },
      says: words('读者请再找。', 'Look again.'),
    },
    cancel: {
      ...words('取消', 'Cancel'),
      from: ['requested', 'searching', 'passedOn', 'disputed', 'lent', 'checked'],
      to: 'cancelled',
      by: ['reader'],
      concludes: 'withdrawn',
      says: words('读者取消。', 'Cancelled.'),
    },
  },

  clocks: {
    taking: {
      ...words('接手时限', 'To take'),
      within: sameDay(),
      runsIn: ['requested'],
      metBy: ['take', 'redirect'],
      whenMissed: { tell: ['desk'] },
      basis,
    },
    passing: {
      ...words('转馆时限', 'To answer'),
      within: workingHours(4),
      runsIn: ['passedOn'],
      metBy: ['take', 'decline'],
      whenMissed: { tell: ['library'] },
      basis,
    },
    settling: {
      ...words('裁定时限', 'To settle'),
      within: workingDays(1),
      runsIn: ['disputed'],
      metBy: ['settle'],
      whenMissed: { tell: ['umpire'] },
      basis,
    },
    search: {
      ...words('找书时限', 'To search'),
      within: workingDays(5),
      runsIn: ['searching', 'checked'],
      pausedIn: [{ state: 'lent', because: words('书在读者手里', 'the reader has it') }],
      metBy: ['handOver', 'confirmLoss', 'redirect', 'passOn', 'sendUp', 'sendBack'],
      whenMissed: { tell: ['chief'] },
      basis,
    },
    checking: {
      ...words('查看时限', 'To check'),
      within: workingDays(1),
      runsIn: ['checked'],
      metBy: ['confirmLoss', 'keepSearching'],
      whenMissed: { tell: ['chief'] },
      basis,
    },
    total: {
      ...words('总时限', 'In all'),
      within: workingDays(15),
      runsIn: ['requested', 'searching', 'passedOn', 'disputed', 'checked'],
      pausedIn: [{ state: 'lent', because: words('书在读者手里', 'the reader has it') }],
      metBy: ['handOver', 'confirmLoss', 'redirect'],
      whenMissed: { tell: ['chief'] },
      basis,
    },
    loan: {
      ...words('借期', 'Loan'),
      within: calendarDays(15),
      runsIn: ['lent'],
      metBy: ['bringBack', 'recall'],
      whenMissed: { tell: ['reader'], take: 'recall' },
      basis,
    },
    judging: {
      ...words('评价期', 'To judge'),
      within: calendarDays(14),
      runsIn: ['returned'],
      metBy: ['judge', 'lapse'],
      whenMissed: { tell: [], take: 'lapse' },
      basis,
    },
  },

  published: { in: ['searching', 'shelved'], masked: true },
  archiveYears: 1,
});
