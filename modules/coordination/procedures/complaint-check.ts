import { body, choice, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { chosenHere, progress, reason } from './basis.ts';

const basis = chosenHere('每件投诉都要核实（S43）', 'Every complaint is verified (S43)');

/**
 * Complaint about a body (投诉件核查): verified item by item by somebody other than the body complained of, with what was looked at
 * and what was found; the finding is confirmed by the head of who verified, and told to the complainant.
 *
 * Source: catalogue S43 (对每件投诉案件都要认真核实,严肃查处; unlawful fees, levies, fines, abuse of power), S35.
 */
export const complaintCheck = defineProcedure({
  id: 'complaint-check',
  version: 1,
  zh: '投诉件核查',
  en: 'Complaint verified',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '投诉件逐件核查（S43）', en: 'Complaints verified item by item (S43)' }],
  promise: {
    zh: '每件投诉都核实；不由被投诉单位自己查；查实、部分属实、不实都告诉您凭什么。',
    en: 'Every complaint is verified, never by the body complained of; you hear what was found and on what evidence.',
  },
  roles: {
    complainant: { zh: '投诉人', en: 'the complainant', is: 'reporter' },
    keeper: { zh: '登记人', en: 'whoever took it down', is: 'firstContact' },
    verifier: { zh: '核查单位', en: 'the body that verifies', is: 'holder' },
    verifierHead: { zh: '核查单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    verifying: {
      zh: '核查中',
      en: 'Being verified',
      kind: 'open',
      owner: 'verifier',
      plain: { zh: '正在核实', en: 'It is being verified' },
    },
    found: {
      zh: '结论待签',
      en: 'Finding to be signed',
      kind: 'open',
      owner: 'verifierHead',
      plain: { zh: '核实完了，结论等负责人签', en: 'Verified; the head has to sign' },
    },
    told: {
      zh: '待告知',
      en: 'To be told',
      kind: 'open',
      owner: 'keeper',
      plain: { zh: '有结论了，正要告诉您', en: 'There is a finding; you are about to be told' },
    },
    closed: { zh: '已告知', en: 'Told', kind: 'final', plain: { zh: '结论已告诉您', en: 'You were told the finding' } },
  },
  mainPath: ['verifying', 'found', 'told', 'closed'],
  opening: {
    by: ['keeper'],
    to: 'verifying',
    atDesk: {
      posts: ['supervisor', 'dispatchLead', 'dispatchClerk', 'taskGroupLead'],
      keptBy: { field: 'body' },
      concerns: 'noArea',
      titleFrom: 'what',
    },
    asks: {
      what: text(
        { zh: '投诉什么（不写投诉人）', en: 'What is complained of (not by whom)' },
        { min: 10, max: 2000, visible: 'internal' },
      ),
      kind: choice(
        { zh: '哪一类', en: 'Which kind' },
        {
          fees: { zh: '乱收费、乱摊派、乱罚款', en: 'Unlawful fees, levies or fines' },
          power: { zh: '以权压人、吃拿卡要', en: 'Abuse of power' },
          idle: { zh: '推诿、不作为', en: 'Passing on, doing nothing' },
          manner: { zh: '态度、作风', en: 'Manner' },
        },
      ),
      against: body(
        { zh: '被投诉的单位', en: 'The body complained of' },
        [
          'department',
          'districtCentre',
          'subdistrictOffice',
          'taskGroup',
          'residentsCommittee',
          'villagersCommittee',
          'propertyManager',
        ],
        'district',
        { visible: 'internal' },
      ),
      body: body(
        { zh: '由谁核查（不能是被投诉单位）', en: 'Who verifies (not the body complained of)' },
        ['districtCentre', 'department', 'subdistrictOffice'],
        'district',
        { unlike: 'against' },
      ),
    },
    says: { zh: '{{actor}}登记，交{{target}}核查。', en: '{{actor}} took it down for {{target}} to verify.' },
  },
  steps: {
    note: {
      zh: '记一笔核查',
      en: 'Record what was looked at',
      from: ['verifying'],
      to: 'same',
      by: ['verifier'],
      asks: { progress },
      visible: 'internal',
      says: { zh: '{{actor}}记下了核查经过。', en: '{{actor}} recorded what was looked at.' },
    },
    find: {
      zh: '写核查结论',
      en: 'Write the finding',
      from: ['verifying'],
      to: 'found',
      by: ['verifier'],
      concludes: 'explained',
      asks: {
        how: text(
          { zh: '怎么核实的：问了谁（职务）、看了什么', en: 'How: whom (office) was asked, what was read' },
          { min: 10, max: 2000, visible: 'internal' },
        ),
        finding: choice(
          { zh: '结论', en: 'Finding' },
          {
            true: { zh: '属实', en: 'True' },
            partly: { zh: '部分属实', en: 'True in part' },
            untrue: { zh: '不属实', en: 'Not true' },
            unproven: { zh: '查不清', en: 'Could not be proven' },
          },
        ),
        done: text({ zh: '怎么处理、退还、改正', en: 'What is done: paid back, put right' }, { min: 5, max: 2000 }),
        reply: text({ zh: '告诉投诉人的话', en: 'What the complainant is told' }, { min: 10, max: 2000 }),
      },
      tells: ['verifierHead'],
      says: { zh: '{{body}}写了核查结论。', en: '{{body}} wrote the finding.' },
    },
    sign: {
      zh: '签署结论',
      en: 'Sign the finding',
      from: ['found'],
      to: 'told',
      by: ['verifierHead'],
      weighs: true,
      tells: ['keeper'],
      says: { zh: '{{body}}负责人{{actor}}签署了结论。', en: '{{actor}}, head of {{body}}, signed the finding.' },
    },
    lookAgain: {
      zh: '没查清，再查',
      en: 'Not clear: look again',
      from: ['found'],
      to: 'verifying',
      by: ['verifierHead'],
      concludes: null,
      times: 2,
      asks: { reason },
      tells: ['verifier'],
      says: { zh: '负责人{{actor}}要求再查。', en: '{{actor}} asked to look again.' },
    },
    tell: {
      zh: '已告知投诉人',
      en: 'The complainant was told',
      from: ['told'],
      to: 'closed',
      by: ['keeper'],
      asks: { how: text({ zh: '怎么告知的', en: 'How' }, { min: 2, max: 300 }) },
      tells: ['complainant', 'verifier'],
      says: { zh: '{{actor}}把结论告诉了投诉人。', en: '{{actor}} told the complainant the finding.' },
    },
  },
  clocks: {
    verifying: {
      zh: '核查时限',
      en: 'Time to verify',
      within: workingDays(10),
      runsIn: ['verifying'],
      metBy: ['find'],
      nearWhen: workingDays(2),
      whenNear: { remind: ['verifier'] },
      whenMissed: { tell: ['verifierHead', 'keeper'], tellTierAbove: true },
      districtMay: { min: 5, max: 20 },
      basis,
    },
    signing: {
      zh: '签署时限',
      en: 'Time to sign',
      within: workingDays(2),
      runsIn: ['found'],
      metBy: ['sign', 'lookAgain'],
      whenMissed: { tell: ['verifierHead', 'keeper'] },
      basis,
    },
    telling: {
      zh: '告知时限',
      en: 'Time to tell',
      within: workingDays(2),
      runsIn: ['told'],
      metBy: ['tell'],
      whenMissed: { tell: ['keeper'] },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 30,
});
