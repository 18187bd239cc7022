import type { PastStep } from '../../modules/matters/index.ts';
import type { Cast, CastBody, Worker } from './month-cast.ts';
import type { DemoRequest } from './month-request.ts';
import { evidenceKindsOf, needsCheck, subjectOf } from '../../modules/requests/index.ts';
import type { Random } from './random.ts';
import { checkTexts } from './texts/checks.ts';
import { commonTexts, questionTexts } from './texts/on-the-way.ts';

type Step = Omit<PastStep, 'at'>;

/** Where one request stands while its history is told. */
export type Way = {
  readonly cast: Cast;
  readonly random: Random;
  readonly request: DemoRequest;
  holder: CastBody;
  offered: CastBody | null;
  readonly cameFrom: CastBody[];
  question: (typeof questionTexts)[number];
  isAnswered: boolean;
  isReopened: boolean;
  /** When the next act is. */
  at: Date;
};

/** A new request: offered to the committee that keeps it. */
export const startWay = (cast: Cast, random: Random, request: DemoRequest): Way => {
  const { committee } = request.community;
  return {
    cast,
    random,
    request,
    holder: committee,
    offered: committee,
    cameFrom: [],
    question: questionTexts[0],
    isAnswered: false,
    isReopened: false,
    at: new Date(0),
  };
};

/** Whoever took the request down works on it in the committee; elsewhere the one who does the daily work. */
const workerOf = (way: Way, { worker }: CastBody): Worker =>
  way.request.contact.bodyId === worker.bodyId ? way.request.contact : worker;

const deciderOf = ({ cast, holder, request }: Way): CastBody =>
  ['residentsCommittee', 'propertyManager'].includes(holder.ref.kind) ? request.community.taskGroup : cast.centre;

const byHolder = (way: Way, step: string, input: Step['input'] = {}): Step => ({
  step,
  by: workerOf(way, way.holder),
  input,
});
const byReporter = (step: string, input: Step['input']): Step => ({ step, by: { kind: 'reporter' }, input });
const sometimes = <T>(way: Way, list: readonly T[]): T | undefined =>
  way.random.between(1, 3) === 1 ? way.random.pick(list) : undefined;

function handOver(
  way: Way,
  step: string,
  target: 'chosen' | 'tierAbove' | 'cameFrom',
  to: CastBody,
  reasons: readonly string[],
): Step {
  way.offered = to;
  const reason = way.random.pick(reasons);
  const input = target === 'chosen' ? { body: to.ref.bodyId, reason } : { reason };
  return { ...byHolder(way, step, input), targets: { [target]: to.ref, decider: deciderOf(way).ref } };
}

function take(way: Way, to: CastBody): void {
  if (to !== way.holder) way.cameFrom.push(way.holder);
  way.holder = to;
  way.offered = null;
}

function rate(way: Way, solved: 'yes' | 'partly' | 'no', marks: readonly number[], words: string | undefined): Step {
  way.isReopened ||= solved === 'no';
  const why = solved === 'no' ? { why: way.random.pick(['notSolved', 'tooSlow', 'noContact', 'unclear']) } : {};
  return byReporter('rate', { solved, rating: way.random.pick(marks), ...why, ...(words ? { words } : {}) });
}

/** Whether "solved" has to be looked at by somebody else, as the procedure says. */
export const isChecked = ({ request, isReopened }: Way): boolean =>
  needsCheck({ subject: subjectOf(request.category), reopenings: isReopened ? 1 : 0 });

/** Photographs cannot be invented: a paper or a witness shows it. */
function evidenceOf({ random, request }: Way): Step['input'] {
  const kinds = evidenceKindsOf(request.category);
  if (kinds.includes('witness')) return { witness: random.pick(commonTexts.evidence) };
  return { document: `${random.pick(['办结告知单', '维修回执', '安全检查记录'])}第${random.between(100, 999)}号` };
}

const secondOf = (way: Way): Worker => {
  const { head, worker } = way.holder;
  return workerOf(way, way.holder).accountId === head.accountId ? worker : head;
};

const DAY_MS = 86_400_000;
const dayAfter = (at: Date, days: number): string =>
  new Date(at.getTime() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** Everything that can happen on a request's way, each as the command that a person would send. */
export const acts = {
  accept: (way) => {
    take(way, way.offered ?? way.holder);
    const note = sometimes(way, commonTexts.accepted);
    return byHolder(way, 'accept', note ? { note } : {});
  },
  sendBack: (way) => {
    const by = way.offered ?? way.holder;
    way.offered = null;
    const reasons = commonTexts.sentBack[by.ref.kind as keyof typeof commonTexts.sentBack];
    return { step: 'refuse', by: by.worker, input: { reason: way.random.pick<string>(reasons) } };
  },
  toNeighbour: (way) => handOver(way, 'transfer', 'chosen', way.request.community.neighbour, commonTexts.toNeighbour),
  toProperty: (way) => {
    const { property, neighbour } = way.request.community;
    return property
      ? handOver(way, 'transfer', 'chosen', property, commonTexts.toProperty)
      : handOver(way, 'transfer', 'chosen', neighbour, commonTexts.toNeighbour);
  },
  escalate: (way) => handOver(way, 'escalate', 'tierAbove', way.request.community.taskGroup, commonTexts.escalated),
  refer: (way) => handOver(way, 'refer', 'chosen', way.cast.departmentFor(way.request.category), commonTexts.referred),
  giveBack: (way) =>
    handOver(way, 'return', 'cameFrom', way.cameFrom.at(-1) ?? way.request.community.committee, commonTexts.returned),
  rule: (way) => {
    const { cast, request, random } = way;
    const decider = deciderOf(way);
    const to =
      decider === cast.centre
        ? cast.departmentFor(request.category)
        : (request.community.property ?? request.community.committee);
    take(way, to);
    const input = { body: to.ref.bodyId, reason: random.pick(commonTexts.ruled) };
    return { step: 'rule', by: decider.head, input, targets: { chosen: to.ref } };
  },
  progress: (way) => byHolder(way, 'note', { note: way.request.texts.note ?? way.random.pick(commonTexts.progress) }),
  moreProgress: (way) => byHolder(way, 'note', { note: way.random.pick(commonTexts.progress) }),
  ask: (way) => {
    way.question = way.random.pick(questionTexts);
    return byHolder(way, 'askResident', { question: way.question.question });
  },
  supplement: (way) => byReporter('supplement', { supplement: way.question.supplement }),
  goOn: (way) => byHolder(way, 'resume'),
  solve: (way) => {
    const apology = way.isAnswered ? way.random.pick(commonTexts.again) : '';
    way.isAnswered = true;
    const reply = apology + way.request.texts.solved;
    return byHolder(way, isChecked(way) ? 'answerForCheck' : 'answer', { reply, ...evidenceOf(way) });
  },
  confirm: (way) => ({
    step: 'confirmCheck',
    by: secondOf(way),
    input: { finding: way.random.pick(checkTexts.confirmed) },
  }),
  keep: (way) =>
    byHolder(way, 'proposeKeeping', {
      reply: way.request.texts.explained ?? way.request.texts.solved,
      plan: way.random.pick(checkTexts.plans),
      cause: way.random.pick(['noFunds', 'needsPlan', 'season', 'others']),
    }),
  signKeep: (way) => ({
    step: 'signKeeping',
    by: way.holder.head,
    input: { reviewOn: dayAfter(way.at, way.random.between(31, 150)) },
  }),
  explain: (way) => {
    const { explained, solved } = way.request.texts;
    const cause = way.random.pick(['noFunds', 'needsPlan', 'privateRight', 'beyondLaw']);
    return byHolder(way, 'explain', { reply: explained ?? solved, cause });
  },
  sign: (way) => ({
    step: 'signExplanation',
    by: way.holder.head,
    input: { measure: way.random.pick(commonTexts.measures) },
  }),
  doNotSign: (way) => ({
    step: 'rejectExplanation',
    by: way.holder.head,
    input: { reason: way.random.pick(commonTexts.notSigned) },
  }),
  redirect: (way) => {
    const { channel = 'market', reply = '' } = way.request.texts;
    return byHolder(way, 'redirect', { channel, reply });
  },
  rateGood: (way) => rate(way, 'yes', [4, 5, 5], sometimes(way, commonTexts.ratedGood)),
  ratePartly: (way) => rate(way, 'partly', [3, 4], sometimes(way, commonTexts.ratedPartly)),
  rateBad: (way) => rate(way, 'no', [1, 2], way.random.pick(commonTexts.ratedBad)),
  reopen: (way) => {
    way.isReopened = true;
    return byReporter('reopen', { reason: way.random.pick(commonTexts.reopened) });
  },
  withdraw: (way) => byReporter('withdraw', { reason: way.random.pick(commonTexts.withdrawn) }),
} as const satisfies Readonly<Record<string, (way: Way) => Step>>;

export type Act = keyof typeof acts;

/** Residents act in the evening and at the weekend too. */
export const isResidentsAct = (act: Act): boolean =>
  act === 'supplement' ||
  act === 'rateGood' ||
  act === 'ratePartly' ||
  act === 'rateBad' ||
  act === 'reopen' ||
  act === 'withdraw';
