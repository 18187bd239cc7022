import { defineProcedure, type Procedure } from '../kit/define-procedure.ts';
import { workingDays } from '../kit/duration.ts';
import { body, text } from '../kit/fields.ts';
import type { Named } from '../kit/named.ts';
import { libraryCard } from './library-card.ts';

const words = (zh: string, en: string): Named => ({ zh, en });
const { settling, search, loan } = libraryCard.clocks;
const { handOver } = libraryCard.steps;

/** The library card in a second version: readers are reminded of the loan, the district words how a reply begins, and a search that takes too long turns into an inquiry. */
export const watchedCard: Procedure = {
  ...libraryCard,
  version: 2,
  steps: {
    ...libraryCard.steps,
    handOver: {
      ...handOver,
      asks: { reply: text(words('答复', 'Reply'), { min: 2, max: 300, districtWords: true }) },
    },
  },
  archiveYearsBy: { notOurs: 3 },
  clocks: {
    ...libraryCard.clocks,
    loan: { ...loan, whenNear: { remind: ['reader'] } },
    search: {
      ...search,
      districtMay: { min: 3, max: 8 },
      nearWhen: workingDays(2),
      whenNear: { remind: ['library', 'chief'] },
      whenMissed: {
        tell: ['chief'],
        tellTierAbove: true,
        opens: {
          procedure: 'library-inquiry',
          fills: {
            what: { words: words('《{{title}}》找了太久，{{due}} 就该找到。', '{{title}} was due {{due}}.') },
            of: { body: 'holder' },
            card: { words: words('{{number}}', '{{number}}') },
          },
        },
      },
    },
    settling: { ...settling, whenNear: { remind: ['umpire'] } },
  },
};

/** Library inquiry (询问): what a search that takes too long turns into. */
export const libraryInquiry = defineProcedure({
  id: 'library-inquiry',
  version: 1,
  ...words('询问', 'Inquiry'),
  holdsFrom: '2026-01-01',
  sources: [words('样例', 'invented')],
  promise: words('问了就有答。', 'Whoever asks is answered.'),
  roles: {
    asker: { ...words('询问人', 'who asks'), is: 'firstContact' },
    library: { ...words('被问的馆', 'the library asked'), is: 'holder' },
    reader: { ...words('读者', 'the reader'), is: 'reporter' },
  },
  states: {
    asked: { ...words('待答复', 'To be answered'), kind: 'open', owner: 'library', plain: words('已问', 'Asked') },
    done: { ...words('已答复', 'Answered'), kind: 'final', plain: words('已答', 'Answered') },
  },
  mainPath: ['asked', 'done'],
  opening: {
    by: ['asker'],
    to: 'asked',
    atDesk: { posts: ['dispatchLead'], keptBy: { field: 'of' }, concerns: 'community', titleFrom: 'what' },
    asks: {
      what: text(words('问什么', 'What is asked'), { min: 2, max: 30 }),
      of: body(words('问哪个馆', 'Which library'), ['taskGroup', 'department'], 'district'),
      card: text(words('为哪张借书证', 'About which card'), { min: 2, max: 30, optional: true }),
    },
    says: words('{{actor}}询问{{target}}。', '{{actor}} asked {{target}}.'),
  },
  steps: {
    answer: {
      ...words('答复', 'Answer'),
      from: ['asked'],
      to: 'done',
      by: ['library'],
      concludes: 'explained',
      tells: ['asker', 'reader'],
      says: words('{{body}}答复。', '{{body}} answered.'),
    },
  },
  clocks: {
    answering: {
      ...words('答复时限', 'To answer'),
      within: workingDays(2),
      runsIn: ['asked'],
      metBy: ['answer'],
      whenMissed: { tell: ['asker'] },
      basis: { ...words('样例', 'invented'), kind: 'localSetting', since: '2026-01-01' },
    },
  },
  published: { in: [], masked: true },
  archiveYears: 1,
});
