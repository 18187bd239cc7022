import { defineProcedure, text } from '../../matters/index.ts';
import { liaisonIsAsked, liaisonIsNotAsked } from '../rules/names-liaison.ts';
import { checkIsNeeded, checkIsNotNeeded } from '../rules/needs-check.ts';
import { everybodyIsAnswered } from '../rules/public-answer.ts';
import { advice, beyond, keep, liaison, plan, question, tried } from './escalation-fields.ts';
import { residentRequestV2 } from './resident-request-v2.ts';

const { roles, steps, clocks, sources } = residentRequestV2;
const { accept, answer, answerForCheck, signExplanation, escalate } = steps;
const { offer, handling } = clocks;

/**
 * Resident request (居民诉求), version 3. Since version 2: going up says what was tried and why it is beyond the community,
 * and whoever takes it above names who follows it; it comes down again only with advice, signed by the head, which is kept
 * for others; and what touches many residents is answered to everybody before it is answered to one.
 *
 * Sources: those of version 2, and catalogue S13 (专人对接), S33 (不许矛盾上交), S182 (群众信息反馈与及时公开).
 */
export const residentRequest = defineProcedure({
  ...residentRequestV2,
  version: 3,
  holdsFrom: '2026-12-01',
  sources: [
    ...sources,
    { zh: '专人对接、不许矛盾上交（S13、S33）', en: 'A named liaison; no pushing upward (S13, S33)' },
    { zh: '群众信息反馈与及时公开（S182）', en: 'Everybody is answered, promptly (S182)' },
  ],

  roles: {
    ...roles,
    upperHead: {
      zh: '街道专项工作组负责人',
      en: 'head of the task group',
      is: 'holderHead',
      of: ['taskGroup', 'districtCentre'],
    },
    sentTo: {
      zh: '接转办的部门或物业',
      en: 'the department or property manager it was passed to',
      is: 'holder',
      of: ['department', 'propertyManager'],
    },
  },

  steps: {
    ...steps,
    accept: { ...accept, onlyIf: [liaisonIsNotAsked] },
    nameLiaison: {
      zh: '接手，定专人对接',
      en: 'Accept, and name who follows it',
      from: ['offered'],
      to: 'handling',
      by: ['offered'],
      onlyIf: [liaisonIsAsked],
      moves: { take: true },
      asks: { liaison, plan },
      tells: ['reporter', 'firstContact'],
      says: {
        zh: '{{body}}已经接手，{{actor}}负责，定了专人对接。',
        en: '{{body}} has taken it, {{actor}} answers for it, and who follows it is named.',
      },
    },
    escalate: {
      ...escalate,
      asks: {
        tried, // the person reads it, and the reason, too
        beyond: { ...beyond, zh: '为什么超出社区的权限', en: 'Why it is beyond the community' },
        why: text({ zh: '具体卡在哪里', en: 'Where exactly it is stuck' }, { min: 5, max: 500, visible: 'internal' }),
      },
      says: {
        zh: '{{body}}试过了，超出社区的权限，上报{{target}}。接手之前仍由{{body}}负责。',
        en: '{{body}} tried; it is beyond the community and went up to {{target}}. Until that takes it, {{body}} answers for it.',
      },
    },
    return: { ...steps.return, by: ['sentTo'] },
    returnWithAdvice: {
      ...steps.return,
      zh: '退回社区，附办法',
      en: 'Return with advice',
      by: ['upperHead'], // what went up comes down signed (S33, S35)
      asks: {
        reason: text({ zh: '为什么社区自己能办', en: 'Why the community can do it' }, { min: 10, max: 500 }),
        question,
        advice,
        keep,
      },
      tells: ['offered', 'firstContact', 'reporter'],
      says: {
        zh: '{{body}}负责人{{actor}}签字，附上办法，请{{target}}收回办理。',
        en: '{{actor}}, head of {{body}}, signed, gave advice and asked {{target}} to take it back.',
      },
    },
    answerPublicly: {
      zh: '向大家公开答复',
      en: 'Answer everybody in public',
      from: ['handling', 'offered', 'checking', 'awaitingSignature', 'onBooks'],
      to: 'same',
      by: ['handler'],
      times: 20, // counted, so that an answer to one can ask for the answer to all
      weighs: true,
      asks: {
        publicAnswer: text(
          {
            zh: '公开的说明：查到什么、怎么办、哪天有结果（不写人名门牌）',
            en: 'For everybody: what was found, what is being done, by when (no names, no door numbers)',
          },
          { min: 15, max: 2000, visible: 'public' },
        ),
      },
      tells: ['reporter', 'firstContact', 'supporter'],
      says: {
        zh: '{{body}}向大家公开作了答复，可以在下面接着问。',
        en: '{{body}} answered everybody in public; questions can be asked under it.',
      },
    },
    answer: { ...answer, onlyIf: [checkIsNotNeeded, everybodyIsAnswered] },
    answerForCheck: { ...answerForCheck, onlyIf: [checkIsNeeded, everybodyIsAnswered] },
    explain: { ...steps.explain, onlyIf: [everybodyIsAnswered] },
    signExplanation: { ...signExplanation, onlyIf: [everybodyIsAnswered] },
  },

  clocks: {
    ...clocks,
    offer: { ...offer, metBy: [...offer.metBy, 'nameLiaison'] },
    handling: { ...handling, metBy: [...handling.metBy, 'returnWithAdvice'] },
  },
});
