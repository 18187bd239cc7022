import { choice, text } from '../../matters/index.ts';

/** What is said when something goes to the tier above (上报时要写明的): a request by its own step, or an escalation for itself (S33). */
export const tried = text({ zh: '试过什么', en: 'What was tried' }, { min: 10, max: 1000 });
export const beyond = choice(
  { zh: '为什么超出权限', en: 'Why it is beyond your authority' },
  {
    noPower: { zh: '没有执法权或审批权', en: 'No power to enforce or approve' },
    severalBodies: { zh: '要几家单位一起办', en: 'Needs several bodies together' },
    noFunds: { zh: '没有这笔资金', en: 'No such money' },
    policy: { zh: '政策不清楚', en: 'The policy is unclear' },
    otherArea: { zh: '跨社区、跨街道', en: 'Reaches over the boundary' },
  },
);

/** Who follows it above, and what happens next (专人对接，S13). */
export const liaison = text(
  { zh: '谁对接（姓名或职务、电话）', en: 'Who follows it (name or office, telephone)' },
  { min: 2, max: 100 },
);
export const plan = text({ zh: '打算怎么协调', en: 'What happens next' }, { min: 5, max: 500 });

/** What comes back with an answer from above, kept for the next community where others can use it (可复用的办法，S13). */
export const keep = choice(
  { zh: '这个办法别的社区也用得上吗', en: 'Can other communities use this?' },
  { yes: { zh: '用得上，留作参考', en: 'Yes, keep it' }, no: { zh: '只适合这一件', en: 'Only here' } },
);
export const question = text(
  { zh: '碰到的是哪一类问题（不写人名和门牌）', en: 'Which kind of problem this is (no names, no door numbers)' },
  { min: 4, max: 120 },
);
export const advice = text({ zh: '怎么办：办法和依据', en: 'What to do, and by which rule' }, { min: 15, max: 3000 });
