import { choice, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { chosenHere, measure } from './basis.ts';
import { statementSaid, suggestionBody } from './listening-session.ts';

const basis = chosenHere('恳谈中的建议有答复（S44）', 'Suggestions from a session are answered (S44)');
const reply = (zh: string, en: string) => text({ zh, en }, { min: 10, max: 1000, visible: 'public' });

/**
 * A suggestion from a listening session (恳谈建议): the named body answers what it takes up of it, or its head says why not. A body
 * that is not concerned says so once, and whoever listened either insists or answers themselves: no suggestion ends unanswered.
 *
 * Source: catalogue S44 (views and replies), S35 for what is declined.
 */
export const sessionSuggestion = defineProcedure({
  id: 'session-suggestion',
  version: 1,
  zh: '恳谈建议',
  en: 'Suggestion from a session',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '“三问三帮”民心恳谈、听民声（S44）', en: 'Outreach listening sessions (S44)' }],
  promise: {
    zh: '居民提的建议由单位答复：采纳多少、什么时候做；不采纳由负责人说明原因。',
    en: 'A body answers what residents suggest: what it takes up, and when; why not is said by its head.',
  },
  roles: {
    resident: { zh: '提建议的居民', en: 'who suggested it', is: 'reporter' },
    lister: { zh: '记下的人', en: 'who took it down', is: 'firstContact' },
    host: {
      zh: '恳谈主持人',
      en: 'who runs the session',
      is: 'post',
      posts: ['communityDirector', 'communitySecretary', 'taskGroupLead'],
    },
    handler: { zh: '答复单位', en: 'the body that answers', is: 'holder' },
    head: { zh: '答复单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    asked: {
      zh: '待答复',
      en: 'To be answered',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '等单位答复', en: 'Waiting for the answer' },
    },
    returned: {
      zh: '单位说不归它管',
      en: 'Said not to be theirs',
      kind: 'open',
      owner: 'lister',
      plain: { zh: '单位说不归它管，正在问清楚', en: 'The body says it is not its business; it is being cleared up' },
    },
    answered: { zh: '已答复', en: 'Answered', kind: 'final', plain: { zh: '建议有答复了', en: 'It is answered' } },
    declined: {
      zh: '没有采纳',
      en: 'Not taken up',
      kind: 'final',
      plain: { zh: '没有采纳，原因已说明', en: 'Not taken up; why was said' },
    },
  },
  mainPath: ['asked', 'answered'],
  task: { keptBy: { field: 'body' }, titleFrom: 'said' },
  opening: {
    by: ['lister'],
    to: 'asked',
    asks: {
      said: statementSaid,
      body: suggestionBody,
      whole: text({ zh: '哪一次恳谈', en: 'Which session' }, { min: 1, max: 200 }),
    },
    says: { zh: '请{{target}}答复这条建议。', en: '{{target}} is to answer this suggestion.' },
  },
  steps: {
    answer: {
      zh: '答复建议',
      en: 'Answer it',
      from: ['asked'],
      to: 'answered',
      by: ['handler'],
      concludes: 'solved',
      asks: {
        taken: choice(
          { zh: '采纳多少', en: 'How much is taken up' },
          { all: { zh: '采纳', en: 'Taken up' }, partly: { zh: '部分采纳', en: 'In part' } },
        ),
        reply: reply('打算怎么做、什么时候做（不写人名）', 'What will be done, and when (no names)'),
      },
      tells: ['lister', 'resident', 'head'],
      says: { zh: '{{body}}答复了这条建议。', en: '{{body}} answered the suggestion.' },
    },
    decline: {
      zh: '不采纳，说明原因',
      en: 'Not taken up, and why',
      from: ['asked'],
      to: 'declined',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { reply: reply('为什么不采纳（不写人名）', 'Why it is not taken up (no names)'), measure },
      tells: ['lister', 'resident'],
      says: { zh: '{{body}}负责人{{actor}}说明不采纳的原因。', en: '{{actor}}, head of {{body}}, said why not.' },
    },
    sendBack: {
      zh: '不归本单位管，退回',
      en: 'Not ours: send back',
      from: ['asked'],
      to: 'returned',
      by: ['handler'],
      times: 1,
      asks: { reason: text({ zh: '为什么不归本单位，归谁管', en: 'Why not, and whose it is' }, { min: 5, max: 500 }) },
      tells: ['lister', 'host'],
      says: { zh: '{{body}}说不归它管，写明了理由。', en: '{{body}} says it is not its business, with the reason.' },
    },
    insist: {
      zh: '还是请它答复',
      en: 'It is to answer',
      from: ['returned'],
      to: 'asked',
      by: ['lister', 'host'],
      asks: { reason: text({ zh: '为什么归它管', en: 'Why it is its business' }, { min: 5, max: 500 }) },
      tells: ['handler', 'head'],
      says: { zh: '{{actor}}：还是请它答复，理由已写明。', en: '{{actor}}: it is to answer, with the reason.' },
    },
    answerInstead: {
      zh: '问清楚了，替它答复',
      en: 'Cleared up: answer instead',
      from: ['returned'],
      to: 'answered',
      by: ['lister', 'host'],
      concludes: 'solved',
      asks: { reply: reply('问了谁、怎么答复的（不写人名）', 'Who was asked, and what is answered (no names)') },
      tells: ['resident', 'handler'],
      says: { zh: '{{actor}}问清楚后答复了。', en: '{{actor}} cleared it up and answered.' },
    },
  },
  clocks: {
    answering: {
      zh: '答复时限',
      en: 'Time to answer',
      within: workingDays(10),
      runsIn: ['asked'],
      metBy: ['answer', 'decline', 'sendBack'],
      nearWhen: workingDays(2),
      whenNear: { remind: ['handler'] },
      whenMissed: { tell: ['head', 'lister'], tellTierAbove: true },
      districtMay: { min: 3, max: 15 },
      basis,
    },
    clearing: {
      zh: '问清楚的时限',
      en: 'Time to clear it up',
      within: workingDays(3),
      runsIn: ['returned'],
      metBy: ['insist', 'answerInstead'],
      whenMissed: { tell: ['lister', 'host'], tellTierAbove: true },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
