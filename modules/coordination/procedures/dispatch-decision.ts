import { body, defineProcedure } from '../../matters/index.ts';
import { chosenHere } from './basis.ts';
import { meetingDecision } from './meeting-decision.ts';

const basis = chosenHere(
  '调度会定下的事有人有期限（S11）',
  'What a dispatch meeting decides has an owner and a date (S11)',
);
const { opening, roles, states, steps, clocks } = meetingDecision;

/**
 * Decision of the dispatch meeting (调度会决定): by a named department or sub-district, by the day that the meeting chose. The next
 * meeting opens with what became of it, for every body at the meeting to see. It runs as {@link meetingDecision} does.
 *
 * Source: catalogue S11 (工作调度会议; decisions with owner and due date), S35 for what cannot be done.
 */
export const dispatchDecision = defineProcedure({
  ...meetingDecision,
  id: 'dispatch-decision',
  zh: '调度会决定',
  en: 'Decision of a dispatch meeting',
  sources: [
    { zh: '领导小组办公室与工作调度会议（S11）', en: 'Leading group, its office and dispatch meetings (S11)' },
    { zh: '解决不了须说明原因（S35）', en: 'What cannot be solved is explained (S35)' },
  ],
  promise: {
    zh: '调度会定下的每一件都有单位、有日期，参会单位都看得到；办成没有，下一次会先说。',
    en: 'Each decision has a body and a day that all members see; the next meeting begins with what became of it.',
  },
  roles: {
    ...roles,
    street: {
      zh: '领导小组办公室',
      en: 'the office of the leading group',
      is: 'post',
      posts: ['dispatchLead', 'dispatchClerk'],
    },
  },
  states,
  opening: {
    ...opening,
    asks: {
      ...opening.asks,
      body: body({ zh: '由谁办', en: 'Who does it' }, ['department', 'taskGroup', 'subdistrictOffice'], 'district'),
    },
    says: { zh: '调度会定下：{{target}}来办。', en: 'The dispatch meeting decided: {{target}} does it.' },
  },
  steps,
  clocks: {
    doing: { ...clocks.doing, whenMissed: { tell: ['head', 'convener'], tellTierAbove: true }, basis },
    reading: { ...clocks.reading, basis },
  },
});
