import { body, count, day, defineProcedure, matterNumber, text, workingDays, type Field } from '../../matters/index.ts';
import { everyStatementMet } from '../rules/every-statement-met.ts';
import { everyStatementReplied } from '../rules/every-statement-replied.ts';
import { nothingSaid, somethingSaid } from '../rules/something-said.ts';
import { chosenHere, reason } from './basis.ts';

const basis = chosenHere('“面对面”零距离听民声，条条有回音（S44）', 'Heard face to face, everything replied to (S44)');

/** What somebody said (说了什么): read by everybody in the end, so nobody is named. */
export const statementSaid: Field = text(
  { zh: '说了什么（不写人名门牌）', en: 'What was said (no names, no door numbers)' },
  { min: 5, max: 500, visible: 'public' },
);

/** Who may answer a suggestion: of the committees only that of the community, for nobody asks over the fence. */
export const suggestionBody: Field = body(
  { zh: '由谁答复', en: 'Who answers' },
  ['department', 'taskGroup', 'subdistrictOffice', 'districtCentre', 'residentsCommittee', 'villagersCommittee'],
  'district',
  { ownCommittee: true },
);

/**
 * Listening session (民心恳谈): an office goes out to a community and listens face to face. Each thing said becomes exactly one of
 * three: a matter that was raised in the ordinary way, a suggestion that a named body answers, or a question answered on the
 * spot. The session is completed when each has its reply, and what was said and what became of it is published.
 *
 * It belongs to one community, and is run by its director or party secretary, who answer for that community, or by the lead of
 * the task group in its sub-district, who goes out to it: whoever listens answers for the replies, so a department or the
 * district, which could not bring them together there, opens none. Of those who came only the number is kept; of those who
 * listened, the offices. Nobody gets points for having come.
 *
 * Source: catalogue S44 (“三问三帮”民心恳谈/听民声), S35 for what is declined.
 */
export const listeningSession = defineProcedure({
  id: 'listening-session',
  version: 1,
  zh: '民心恳谈',
  en: 'Listening session',
  holdsFrom: '2026-11-01',
  sources: [
    { zh: '“三问三帮”民心恳谈、听民声（S44）', en: 'Outreach listening sessions (S44)' },
    { zh: '不采纳须说明原因（S35）', en: 'What is declined is explained (S35)' },
  ],
  promise: {
    zh: '面对面听大家说。每一条当场答、转成事项或交单位答复，条条有回音，结果公开；不记是谁说的。',
    en: 'The office comes and listens. Everything said is answered on the spot, raised as a matter or handed to a body that answers; the result is public, and nobody is named.',
  },
  roles: {
    residents: { zh: '来谈的居民', en: 'the residents who came', is: 'reporter' },
    host: { zh: '主持人', en: 'who runs it', is: 'firstContact' },
    lead: { zh: '恳谈单位', en: 'the body that listens', is: 'holder' },
    leadHead: { zh: '恳谈单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    listening: {
      zh: '逐条回复中',
      en: 'Being replied to',
      kind: 'open',
      owner: 'host',
      plain: { zh: '大家说的正在一条条回复', en: 'What was said is being replied to, one by one' },
    },
    completed: {
      zh: '条条有回音',
      en: 'Everything replied to',
      kind: 'final',
      plain: { zh: '每一条都有回音了', en: 'Everything that was said has its reply' },
    },
    calledOff: {
      zh: '已取消',
      en: 'Called off',
      kind: 'final',
      plain: { zh: '这一次没有谈成', en: 'It did not take place' },
    },
  },
  mainPath: ['listening', 'completed'],
  opening: {
    by: ['host'],
    to: 'listening',
    atDesk: {
      posts: ['communityDirector', 'communitySecretary', 'taskGroupLead'],
      keptBy: 'openersBody',
      concerns: 'oneCommunity',
      placeFrom: 'venue',
      titleFrom: 'what',
    },
    asks: {
      what: text(
        { zh: '听大家说什么（主题，不写人名）', en: 'What it is about (no names)' },
        { min: 4, max: 200, visible: 'public' },
      ),
      heldOn: day({ zh: '哪天', en: 'On which day' }, { fromDays: -30, toDays: 0 }),
      venue: text({ zh: '在哪里（不写谁家）', en: 'Where (nobody’s home)' }, { min: 2, max: 100, visible: 'public' }),
      heardBy: text(
        {
          zh: '谁去听的（单位和职务，不写姓名）',
          en: 'Who listened (bodies and posts, no names)',
        },
        { min: 2, max: 300, visible: 'public' },
      ),
      people: count(
        { zh: '来了多少居民（只记人数）', en: 'How many residents came (the number only)' },
        { min: 1, max: 9999 },
      ),
    },
    says: { zh: '{{actor}}开了一次民心恳谈。', en: '{{actor}} held a listening session.' },
  },
  steps: {
    answerHere: {
      zh: '当场答复一条',
      en: 'A question answered on the spot',
      from: ['listening'],
      to: 'same',
      by: ['host', 'lead'],
      asks: {
        said: statementSaid,
        answer: text(
          { zh: '当场怎么答的（不写人名）', en: 'What was answered (no names)' },
          { min: 5, max: 1000, visible: 'public' },
        ),
      },
      says: { zh: '记下一条，当场答复。', en: 'A question was answered on the spot.' },
    },
    suggest: {
      zh: '记一条建议，交单位答复',
      en: 'A suggestion that a body answers',
      from: ['listening'],
      to: 'same',
      by: ['host', 'lead'],
      asks: { said: statementSaid, body: suggestionBody },
      opens: {
        procedure: 'session-suggestion',
        fills: {
          said: { field: 'said' },
          body: { field: 'body' },
          whole: { words: { zh: '{{number}} {{title}}', en: '{{number}} {{title}}' } },
        },
      },
      says: {
        zh: '记下一条建议，由{{target}}答复（{{other}}）。',
        en: 'A suggestion was handed to {{target}} to be answered ({{other}}).',
      },
    },
    raise: {
      zh: '一条转成事项',
      en: 'One that was raised as a matter',
      from: ['listening'],
      to: 'same',
      by: ['host', 'lead'],
      links: { kind: 'takesUp', field: 'into' },
      asks: {
        said: statementSaid,
        into: matterNumber({ zh: '事项编号（先登记诉求）', en: 'Number of the matter (register it first)' }),
      },
      says: { zh: '记下一条，转成事项 {{other}}。', en: 'One became the matter {{other}}.' },
    },
    complete: {
      zh: '条条有回音，办结',
      en: 'Everything has its reply: complete',
      from: ['listening'],
      by: ['host', 'leadHead'],
      onlyIf: [somethingSaid, everyStatementReplied],
      to: [
        { when: everyStatementMet, to: 'completed', concludes: 'solved' },
        {
          otherwise: { zh: '有办不到、没采纳的', en: 'some could not be done' },
          to: 'completed',
          concludes: 'explained',
          says: {
            zh: '{{actor}}办结：条条有回音，办不到、没采纳的都说明了原因。',
            en: '{{actor}} completed it: everything has its reply; why some could not be done was said.',
          },
        },
      ],
      weighs: true,
      asks: {
        told: text(
          {
            zh: '怎么告诉大家的，公开的小结（不写人名）',
            en: 'How people were told, and the sum of it for everybody (no names)',
          },
          { min: 10, max: 1000, visible: 'public' },
        ),
      },
      tells: ['residents', 'host', 'lead'],
      says: { zh: '{{actor}}办结：条条有回音。', en: '{{actor}} completed it: everything has its reply.' },
    },
    callOff: {
      zh: '没有谈成，取消',
      en: 'Call it off',
      from: ['listening'],
      to: 'calledOff',
      by: ['host', 'leadHead'],
      onlyIf: [nothingSaid],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['residents', 'host'],
      says: { zh: '{{actor}}取消，理由已写明。', en: '{{actor}} called it off, with the reason.' },
    },
  },
  clocks: {
    recording: {
      zh: '记下大家所说的时限',
      en: 'Time to take down what was said',
      within: workingDays(2),
      runsIn: ['listening'],
      metBy: ['answerHere', 'suggest', 'raise', 'callOff'],
      whenNear: { remind: ['host'] },
      whenMissed: { tell: ['host', 'leadHead'] },
      basis,
    },
    replying: {
      zh: '条条有回音的时限',
      en: 'Time until everything has its reply',
      within: workingDays(20),
      runsIn: ['listening'],
      metBy: ['complete', 'callOff'],
      nearWhen: workingDays(5),
      whenNear: { remind: ['host', 'leadHead'] },
      whenMissed: { tell: ['host', 'leadHead'], tellTierAbove: true },
      districtMay: { min: 10, max: 40 },
      basis,
    },
  },
  published: { in: ['completed'], masked: true },
  archiveYears: 10,
});
