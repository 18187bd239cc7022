import { workingDays } from '../kit/duration.ts';
import type { Fault, FaultCode } from '../kit/fault.ts';
import { body } from '../kit/fields.ts';
import type { Clock, Procedure, State, Step } from '../kit/define-procedure.ts';
import { libraryCard } from './library-card.ts';

export const sound: Procedure = libraryCard;
export const nobody = { zh: '', en: 'x' };
const states = (change: Record<string, Partial<State>>) => ({ states: merge(sound.states, change) });
export const steps = (change: Record<string, Partial<Step>>) => ({ steps: merge(sound.steps, change) });
export const clocks = (change: Record<string, Partial<Clock>>) => ({ clocks: merge(sound.clocks, change) });

export function merge<T>(all: Readonly<Record<string, T>>, change: Record<string, Partial<T>>): Record<string, T> {
  const merged = Object.entries(change).map(([name, part]) => [name, { ...all[name], ...part } as T]);
  return { ...all, ...Object.fromEntries(merged) };
}
export const without = <T extends object>(all: T, ...names: (keyof T)[]): T =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name as keyof T))) as T;

const attic: State = { zh: '阁楼', en: 'Attic', kind: 'final', plain: { zh: '阁楼', en: 'Attic' } };
export const step = (name: string): Step => sound.steps[name] as Step;
const state = (name: string): State => sound.states[name] as State;
export const prolong = step('prolong').extends!;
const secondChief = {
  roles: { ...sound.roles, chief: { ...sound.roles['chief']!, otherThan: 'answerer' as const } },
};
export const branches = (name: string) => step(name).to as Exclude<Step['to'], string>;

/** What was broken in the sound procedure, how, and all faults it has then. */
type Broken = readonly [what: string, change: Partial<Procedure>, ...faults: Fault[]];

/** For each code a procedure with that fault (故意写坏的流程). */
export const faultyCards: Record<FaultCode, Broken> = {
  'state.unreachable': [
    'A state “Attic” was added, and no step leads there.',
    states({ attic }),
    { code: 'state.unreachable', at: 'attic' },
  ],
  'state.dead_end': [
    'The book is handed out into a state “Attic” that no step leaves.',
    {
      ...states({ attic: { ...attic, kind: 'open', owner: 'library' } }),
      ...steps({ lend: { to: 'attic' } }),
      ...clocks({ loan: { runsIn: ['lent', 'attic'], whenMissed: { tell: ['reader'] } } }),
    },
    { code: 'state.unreachable', at: 'lent' },
    { code: 'waiting.nobody_ends', at: 'lent' },
    { code: 'state.dead_end', at: 'attic' },
    { code: 'state.owner_cannot_act', at: 'attic', details: { owner: 'library' } },
  ],
  'state.no_owner': [
    'Nobody is named who has to act while the loss is being checked.',
    { states: { ...sound.states, checked: without(state('checked'), 'owner') } },
    { code: 'state.no_owner', at: 'checked' },
  ],
  'state.owner_cannot_act': [
    'While the loss is being checked it is the turn of a body that may take none of the steps there.',
    states({ checked: { owner: 'asked' } }),
    { code: 'state.owner_cannot_act', at: 'checked', details: { owner: 'asked' } },
  ],
  'state.no_clock': [
    'The limit of the dispute was taken out, and the total limit no longer runs in it.',
    { clocks: merge(without(sound.clocks, 'settling'), { total: { runsIn: ['requested', 'searching'] } }) },
    { code: 'state.no_clock', at: 'disputed' },
    ...['passOn', 'sendUp', 'sendBack'].map((at): Fault => ({
      code: 'loop.postpones_forever',
      at,
      details: { state: 'disputed', step: 'settle' },
    })),
  ],
  'waiting.nobody_ends': [
    'When the loan is over, the reader is told and nothing recalls the book.',
    clocks({ loan: { whenMissed: { tell: ['reader'] } } }),
    { code: 'waiting.nobody_ends', at: 'lent' },
  ],
  'final.left': [
    'A shelved matter is taken up again by a step that does not say that it reopens it.',
    { steps: { ...sound.steps, lookAgain: without(step('lookAgain'), 'reopens') } },
    { code: 'final.left', at: 'shelved', details: { step: 'lookAgain' } },
  ],
  'final.untold': [
    'When a matter lapses, the library is told, and the reader is not.',
    steps({ lapse: { tells: ['library'] } }),
    { code: 'final.untold', at: 'shelved', details: { step: 'lapse' } },
  ],
  'final.no_outcome': [
    'Cancelling ends the matter without saying what became of it.',
    { steps: { ...sound.steps, cancel: without(step('cancel'), 'concludes') } },
    ...step('cancel').from.map((): Fault => ({
      code: 'final.no_outcome',
      at: 'cancelled',
      details: { step: 'cancel' },
    })),
  ],
  'path.broken': [
    'The ordinary course jumps over a state, so that no matter can follow it.',
    { mainPath: ['requested', 'returned', 'shelved'] },
    { code: 'path.broken', at: 'library-card' },
  ],
  'step.nobody_may': [
    'No role may take the step “redirect”.',
    steps({ redirect: { by: [], tells: ['reader'] } }),
    { code: 'step.nobody_may', at: 'redirect' },
  ],
  'step.no_offer_to_answer': [
    'An offer may be declined in a state in which nothing is offered.',
    steps({ decline: { from: ['passedOn', 'checked'] } }),
    { code: 'step.no_offer_to_answer', at: 'decline', details: { state: 'checked' } },
  ],
  'step.no_fallback': [
    'Each way of a step has a condition, and none is left for when no condition holds.',
    steps({ judge: { to: branches('judge').map((branch) => ({ ...branch, when: branches('judge')[0]!.when! })) } }),
    { code: 'step.no_fallback', at: 'judge' },
  ],
  'transfer.never_decided': [
    'A matter may be sent up again and again, and no hop goes to a decider.',
    steps({ sendUp: { to: branches('sendUp').slice(1) } }),
    { code: 'transfer.never_decided', at: 'sendUp' },
  ],
  'transfer.cannot_be_refused': [
    'Whoever is offered the matter can no longer decline it.',
    { steps: without(sound.steps, 'decline'), clocks: sound.clocks },
    ...['passOn', 'sendUp', 'sendBack'].map((at): Fault => ({
      code: 'transfer.cannot_be_refused',
      at,
      details: { state: 'passedOn' },
    })),
  ],
  'clock.never_met': [
    'The limit of the check is met by a step that cannot be taken while it runs.',
    clocks({ checking: { metBy: ['handOver'] } }),
    { code: 'clock.never_met', at: 'checking' },
  ],
  'clock.timer_step': [
    'When the limit of the check is missed, the timer is to take a step that is not its own.',
    clocks({ checking: { whenMissed: { tell: ['chief'], take: 'keepSearching' } } }),
    { code: 'clock.timer_step', at: 'checking', details: { step: 'keepSearching' } },
  ],
  'clock.opens_nothing': [
    'A missed limit is to open a matter of a procedure that does not exist.',
    clocks({ search: { whenMissed: { tell: ['chief'], opens: { procedure: 'no-such-thing', fills: {} } } } }),
    { code: 'clock.opens_nothing', at: 'search', details: { procedure: 'no-such-thing' } },
  ],
  'clock.opens_unfilled': [
    'A missed limit opens an inquiry and fills its words with a body.',
    clocks({
      search: {
        whenMissed: {
          tell: ['chief'],
          opens: { procedure: 'library-inquiry', fills: { of: { body: 'holder' }, what: { body: 'holder' } } },
        },
      },
    }),
    { code: 'clock.opens_unfilled', at: 'search', details: { procedure: 'library-inquiry', field: 'what' } },
  ],
  'step.opens_nothing': [
    'A step is to open a matter of a procedure that does not exist.',
    steps({ prolong: { opens: { procedure: 'no-such-thing', fills: {} } } }),
    { code: 'step.opens_nothing', at: 'prolong', details: { procedure: 'no-such-thing' } },
  ],
  'step.opens_unfilled': [
    'A step opens an inquiry and fills its words from a field that the step does not ask for.',
    steps({
      prolong: {
        opens: { procedure: 'library-inquiry', fills: { of: { body: 'holder' }, what: { field: 'nothing asked' } } },
      },
    }),
    { code: 'step.opens_unfilled', at: 'prolong', details: { procedure: 'library-inquiry', field: 'what' } },
  ],
  'setting.bad_bounds': [
    'A district may set a limit between 6 and 9 days where the procedure itself says 5.',
    clocks({ search: { districtMay: { min: 6, max: 9 } } }),
    { code: 'setting.bad_bounds', at: 'search' },
  ],
  'telling.nobody': [
    'Reminded is a role that is not declared, and told is the timer.',
    clocks({ search: { whenNear: { remind: ['ghost', 'library'] }, whenMissed: { tell: ['timer'] } } }),
    { code: 'telling.nobody', at: 'search', details: { role: 'ghost' } },
    { code: 'telling.nobody', at: 'search', details: { role: 'timer' } },
  ],
  'extension.not_running': [
    'A limit may be extended in a state in which it does not run.',
    steps({ prolong: { from: ['searching', 'lent'] } }),
    { code: 'extension.not_running', at: 'prolong', details: { clock: 'search', state: 'lent' } },
  ],
  'extension.bad_length': [
    'One of the lengths to choose from is above the most that is allowed.',
    steps({ prolong: { extends: { ...prolong, atMost: workingDays(4) } } }),
    { code: 'extension.bad_length', at: 'prolong', details: { clock: 'search' } },
  ],
  'extension.untold': [
    'A limit is extended and the reader is not told.',
    steps({ prolong: { tells: ['library'] } }),
    { code: 'extension.untold', at: 'prolong' },
  ],
  'extension.no_reason': [
    'A limit is extended without a reason being asked for.',
    { steps: merge(sound.steps, { prolong: { asks: without(step('prolong').asks!, 'reason') } }) },
    { code: 'extension.no_reason', at: 'prolong' },
  ],
  'publication.shows_person': [
    'What is published is not masked.',
    { published: { in: ['shelved'], masked: false } },
    { code: 'publication.shows_person', at: 'library-card' },
  ],
  'check.unlike_nothing': [
    'A library that has to be another than one which nobody is asked for.',
    steps({
      redirect: {
        asks: {
          ...step('redirect').asks,
          body: body({ zh: '转给', en: 'To' }, ['department'], 'district', { unlike: 'from' }),
        },
      },
    }),
    { code: 'check.unlike_nothing', at: 'redirect' },
  ],
  'escalation.no_top': [
    'Whoever decides a dispute may hand it back instead of ruling.',
    {
      steps: merge(sound.steps, {
        settle: { moves: { lapse: true } },
      }),
    },
    ...['passOn', 'sendUp', 'sendBack'].flatMap((at): Fault[] => [
      { code: 'transfer.cannot_be_refused', at, details: { state: 'disputed' } },
      { code: 'escalation.no_top', at, details: { state: 'disputed' } },
    ]),
  ],
  'escalation.tells_nobody': [
    'When the limit of the check is missed, nobody is told.',
    clocks({ checking: { whenMissed: { tell: [] } } }),
    { code: 'escalation.tells_nobody', at: 'checking' },
  ],
  'loop.postpones_forever': [
    'A book may be lent and recalled as often as one likes, and no limit runs through all of it.',
    { steps: { ...sound.steps, lend: without(step('lend'), 'times') } },
    { code: 'loop.postpones_forever', at: 'lend', details: { state: 'lent', step: 'recall' } },
  ],
  'evidence.can_be_skipped': [
    '“Solved” is to be shown by a photo; one kind of matter needs none, and one step asks for none.',
    { evidence: { for: 'solved', fields: { photo: 'photos' }, bySubject: { old: [] }, otherwise: ['photo'] } },
    { code: 'evidence.can_be_skipped', at: 'library-card' },
    { code: 'evidence.can_be_skipped', at: 'handOver' },
  ],
  'check.alone': [
    'The answer may be confirmed by the person who gave it.',
    steps({ confirmLoss: { confirms: true }, keepSearching: { concludes: null } }),
    { code: 'check.alone', at: 'confirmLoss' },
  ],
  'check.nobody_has_to': [
    'A second person is to confirm, and no limit makes sure that they do.',
    {
      ...clocks({
        checking: { metBy: ['keepSearching'] },
        search: { metBy: ['handOver', 'redirect'] },
        total: { metBy: ['handOver', 'redirect'] },
      }),
      ...secondChief,
      ...steps({ confirmLoss: { confirms: true }, keepSearching: { concludes: null } }),
    },
    { code: 'check.nobody_has_to', at: 'confirmLoss', details: { state: 'checked' } },
  ],
  'check.cannot_send_back': [
    'A second person may confirm the answer, and has no way to send it back.',
    { ...secondChief, ...steps({ confirmLoss: { confirms: true } }) },
    { code: 'check.cannot_send_back', at: 'confirmLoss', details: { state: 'checked' } },
  ],
  'review.no_bounds': [
    'The day on which it is looked at again stands in a field that is not asked for.',
    steps({ lend: { sets: { clock: 'loan', field: 'until' } } }),
    { code: 'review.no_bounds', at: 'lend', details: { clock: 'loan' } },
  ],
  'link.bad_field': [
    'A step ties the matter to another one and asks for no number.',
    steps({ redirect: { links: { kind: 'duplicateOf', field: 'other' } } }),
    { code: 'link.bad_field', at: 'redirect' },
  ],
  'visit.never_recorded': [
    'One in ten is to be visited, and no step records what the visit heard.',
    { visits: { in: 'shelved', of: ['solved'], oneIn: 10 } },
    { code: 'visit.never_recorded', at: 'shelved' },
  ],
  'words.missing': [
    'A state has no Chinese name for the person who asked.',
    states({ checked: { plain: nobody } }),
    { code: 'words.missing', at: 'checked' },
  ],
};
