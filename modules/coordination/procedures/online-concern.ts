import { body, choice, defineProcedure, hours, text, workingHours } from '../../matters/index.ts';
import { chosenHere, progress, reason } from './basis.ts';

const basis = {
  zh: '网上关切在发现后 24 小时内回应（S183）',
  en: 'A concern seen online is answered within 24 hours (S183)',
  kind: 'localSetting',
  since: '2026-11-01',
} as const;
const responders = [
  'department',
  'subdistrictOffice',
  'taskGroup',
  'residentsCommittee',
  'villagersCommittee',
] as const;

/**
 * A concern seen online (网上关切): whoever watches hands it to the unit concerned, which finds out what is true and answers in
 * public within 24 hours of its being seen. The one who watches is never the one who answers. It is an answer and nothing
 * else: nobody who wrote is looked for, and nothing that was written is taken off.
 *
 * Source: catalogue S183 (网络舆情24小时处置: verified fact, public answer, monitoring and responding apart), S184 (信息员), S182.
 */
export const onlineConcern = defineProcedure({
  id: 'online-concern',
  version: 1,
  zh: '网上关切回应',
  en: 'Concern seen online',
  holdsFrom: '2026-11-01',
  sources: [
    { zh: '网络舆情二十四小时处置（S183）', en: 'Answered within 24 hours (S183)' },
    { zh: '信息员制度（S184）', en: 'An information officer in each unit (S184)' },
    { zh: '群众信息反馈与及时公开（S182）', en: 'Timely public information (S182)' },
  ],
  promise: {
    zh: '网上的关切，24 小时内由当事单位核实、公开回应；不查谁发的，不删谁发的。',
    en: 'A concern seen online is checked and answered in public by the unit concerned within 24 hours; nobody is looked for, nothing is taken off.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    monitor: { zh: '发现登记人', en: 'whoever saw it', is: 'firstContact' },
    responder: { zh: '当事单位', en: 'the unit concerned', is: 'holder' },
    responderHead: { zh: '当事单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    verifying: {
      zh: '核实中',
      en: 'Being checked',
      kind: 'open',
      owner: 'responder',
      plain: { zh: '当事单位正在核实', en: 'The unit concerned is checking it' },
    },
    sorting: {
      zh: '重新定当事单位',
      en: 'Another unit is being found',
      kind: 'open',
      owner: 'monitor',
      plain: { zh: '正在重新定由谁回应', en: 'Who answers is being settled' },
    },
    drafted: {
      zh: '回应待签发',
      en: 'Answer to be signed',
      kind: 'open',
      owner: 'responderHead',
      plain: { zh: '核实完了，回应等签发', en: 'Checked; the answer is being signed' },
    },
    answered: {
      zh: '已公开回应',
      en: 'Answered in public',
      kind: 'final',
      plain: { zh: '已经公开回应', en: 'It was answered in public' },
    },
  },
  mainPath: ['verifying', 'drafted', 'answered'],
  opening: {
    by: ['monitor'],
    to: 'verifying',
    atDesk: {
      posts: ['dispatchLead', 'dispatchClerk'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text(
        { zh: '大家关心的是什么事（不写发布人）', en: 'What people are concerned about (not who wrote)' },
        { min: 5, max: 500, visible: 'public' },
      ),
      where: choice(
        { zh: '在哪里看到', en: 'Where it was seen' },
        {
          board: { zh: '留言板、论坛', en: 'Message board or forum' },
          video: { zh: '短视频', en: 'Short videos' },
          group: { zh: '公开的群聊', en: 'A public chat' },
          press: { zh: '新闻媒体', en: 'The press' },
        },
        { visible: 'internal' },
      ),
      body: body(
        { zh: '由谁核实回应（当事单位）', en: 'Who checks and answers (the unit concerned)' },
        responders,
        'district',
      ),
    },
    says: {
      zh: '{{actor}}登记，请{{target}}核实并公开回应。',
      en: '{{actor}} asked {{target}} to check and answer in public.',
    },
  },
  steps: {
    note: {
      zh: '记一笔核实',
      en: 'Record what was checked',
      from: ['verifying'],
      to: 'same',
      by: ['responder'],
      asks: { progress },
      visible: 'internal',
      says: { zh: '{{actor}}记下了核实情况。', en: '{{actor}} recorded what was checked.' },
    },
    notOurs: {
      zh: '不是本单位的事',
      en: 'Not our unit',
      from: ['verifying'],
      to: 'sorting',
      by: ['responder'],
      times: 2,
      asks: { reason },
      tells: ['monitor'],
      says: { zh: '{{body}}说不是本单位的事，写明理由。', en: '{{body}} said that it is not theirs, and why.' },
    },
    name: {
      zh: '定当事单位',
      en: 'Name the unit concerned',
      from: ['sorting'],
      to: 'verifying',
      by: ['monitor'],
      moves: { ruleTo: 'chosen' },
      asks: { to: body({ zh: '由谁核实回应', en: 'Who checks and answers' }, responders, 'district'), reason },
      tells: ['responder'],
      says: { zh: '{{actor}}定由{{target}}核实回应。', en: '{{actor}} named {{target}} to check and answer.' },
    },
    draft: {
      zh: '写明事实，拟回应',
      en: 'Say what is true, and draft the answer',
      from: ['verifying'],
      to: 'drafted',
      by: ['responder'],
      asks: {
        fact: text(
          { zh: '核实到的事实，凭什么', en: 'What was found true, and on what evidence' },
          { min: 10, max: 2000, visible: 'internal' },
        ),
        draft: text(
          { zh: '拟公开的回应', en: 'The answer to be made public' },
          { min: 15, max: 2000, visible: 'internal' },
        ),
      },
      tells: ['responderHead'],
      says: { zh: '{{body}}核实完了，拟了回应。', en: '{{body}} checked it and drafted an answer.' },
    },
    sendBack: {
      zh: '退回再核实',
      en: 'Send back',
      from: ['drafted'],
      to: 'verifying',
      by: ['responderHead'],
      times: 2,
      asks: { reason },
      tells: ['responder'],
      says: { zh: '负责人{{actor}}退回再核实。', en: '{{actor}} sent it back to be checked.' },
    },
    publish: {
      zh: '签发，公开回应',
      en: 'Sign, and answer in public',
      from: ['drafted'],
      to: 'answered',
      by: ['responderHead'],
      concludes: 'explained',
      weighs: true,
      asks: {
        answer: text(
          {
            zh: '公开的回应：是什么、在办什么、哪天有结果（不写人名门牌）',
            en: 'The public answer: what is true, what is being done, by when (no names, no door numbers)',
          },
          { min: 15, max: 2000, visible: 'public' },
        ),
      },
      tells: ['raiser', 'monitor', 'responder'],
      says: {
        zh: '{{body}}负责人{{actor}}签发了公开回应。',
        en: '{{actor}}, head of {{body}}, signed the public answer.',
      },
    },
  },
  clocks: {
    answering: {
      zh: '24 小时回应',
      en: 'Answered within 24 hours',
      within: hours(24),
      runsIn: ['verifying', 'sorting', 'drafted'],
      metBy: ['publish'],
      nearWhen: hours(6),
      whenNear: { remind: ['responder', 'responderHead'] },
      whenMissed: { tell: ['responderHead', 'monitor'], tellTierAbove: true },
      basis,
    },
    sorting: {
      zh: '重新定单位的时限',
      en: 'Time to name another unit',
      within: workingHours(2),
      runsIn: ['sorting'],
      metBy: ['name'],
      whenMissed: { tell: ['monitor'] },
      basis: chosenHere('先定谁回应（S183）', 'First settle who answers (S183)'),
    },
  },
  published: { in: ['answered'], masked: true },
  archiveYears: 10,
});
