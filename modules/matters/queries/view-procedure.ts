import { say } from '../../../platform/i18n/words.ts';
import type { Actor, Work } from '../../../platform/work.ts';
import { communityOf } from '../../territory/index.ts';
import '../words/index.ts';
import type { Branch, Procedure, Step } from '../kit/define-procedure.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { asMermaid, asSvg } from '../rules/draw-procedure.ts';
import { procedureOf } from '../rules/engine.ts';
import { mayOpenAtDesk } from '../rules/may-open-at-desk.ts';
import type { SetHere } from '../contract/views.ts';
import { findHeldProcedure, listHeldProcedures } from '../store/ground-store.ts';
import { findSetHere, sayDuration } from './view-settings.ts';
import { remindedBy, toldBy, turnsInto } from './view-clock.ts';
import { viewFields } from './view-fields.ts';

/** The procedures as the public may read them (办事流程公开), in the versions that hold today. */
export const listProcedures = async (work: Work, actor: Actor) =>
  (await listHeldProcedures(work)).map((p) => ({
    id: p.id,
    version: p.version,
    name: wordsOf(p),
    promise: wordsOf(p.promise),
    mayOpen: mayOpenAtDesk(p, actor).allowed,
    states: Object.entries(p.states).map(([state, words]) => ({ state, name: wordsOf(words) })),
  }));

/**
 * Finds one procedure as it is published in this district: states, steps, clocks with what the district set itself, drawing;
 * undefined when there is none of that id.
 */
export async function findProcedureView(work: Work, id: string, actor: Actor) {
  const procedure = await findHeldProcedure(work, id);
  if (!procedure) return undefined;
  const setHere = await findSetHere(work, procedure);
  const view = viewProcedure(procedure, setHere);
  const opening = worksInOne(actor) && view.opening.needsCommunity ? inOwnCommunity(view.opening) : view.opening;
  return { ...view, opening, mayOpen: mayOpenAtDesk(procedure, actor).allowed };
}

/** Whoever works for one community is not asked which. */
const worksInOne = (actor: Actor): boolean => actor.kind === 'worker' && communityOf(actor.areaCode) !== undefined;
const inOwnCommunity = <T extends object>(opening: T) => ({ ...opening, asksCommunity: false, needsCommunity: false });

const branchesOf = (step: Step): readonly Branch[] => {
  if (step.to === 'same') return [];
  return typeof step.to === 'string' ? [{ to: step.to }] : step.to;
};

/** One procedure as it is published. Everything is read from the declaration. */
export function viewProcedure(p: Procedure, setHere: Readonly<Record<string, SetHere>> = {}) {
  const roles = (names: readonly string[] = []): Named[] => names.flatMap((name) => p.roles[name] ?? []).map(wordsOf);
  const state = (name: string): Named => wordsOf(p.states[name] ?? { zh: name, en: name });
  return {
    id: p.id,
    version: p.version,
    holdsFrom: p.holdsFrom,
    opening: viewOpening(p),
    name: wordsOf(p),
    promise: wordsOf(p.promise),
    sources: p.sources.map(wordsOf),
    states: Object.entries(p.states).map(([name, s]) => ({
      state: name,
      name: wordsOf(s),
      plain: wordsOf(s.plain),
      kind: s.kind,
      owner: s.owner ? (roles([s.owner])[0] ?? null) : null,
    })),
    steps: Object.entries(p.steps).map(([name, step]) => ({
      step: name,
      name: wordsOf(step),
      from: step.from.map(state),
      to: branchesOf(step).map((branch) => {
        const condition = branch.when ?? branch.otherwise;
        return {
          name: branch.to === 'same' ? say('matters', 'stays') : state(branch.to),
          when: condition ? wordsOf(condition) : null,
        };
      }),
      by: roles(step.by),
      tells: roles(step.tells),
      fields: viewFields(p, step.asks ?? {}),
    })),
    clocks: Object.entries(p.clocks).map(([name, clock]) => ({
      clock: name,
      name: wordsOf(clock),
      limit: sayDuration(clock.within),
      basis: wordsOf(clock.basis),
      since: clock.basis.since,
      metBy: clock.metBy.map((step) => wordsOf(p.steps[step] ?? { zh: step, en: step })),
      reminds: remindedBy(p, clock),
      tells: toldBy(p, clock),
      turnsInto: turnsInto(clock),
      setHere: setHere[name] ?? null,
    })),
    drawing: { zh: asMermaid(p, 'zh'), en: asMermaid(p, 'en') },
    svg: { zh: asSvg(p, 'zh'), en: asSvg(p, 'en') },
  };
}

function viewOpening(p: Procedure) {
  const { asks, atDesk } = p.opening;
  return {
    fields: viewFields(p, asks),
    asksCommunity: atDesk !== undefined && atDesk.concerns !== 'noArea',
    needsCommunity: atDesk?.concerns === 'oneCommunity',
    asksPlace: atDesk?.placeFrom === undefined,
  };
}

/** Draws the procedure by which a matter runs, with the state in which it stands marked (流程图). */
export const drawProcedureAt = (
  {
    procedure,
    state,
  }: { readonly procedure: { readonly id: string; readonly version: number }; readonly state: string },
  language: 'zh' | 'en',
): string => asSvg(procedureOf({ procedureId: procedure.id, procedureVersion: procedure.version }), language, state);

export type ProcedureView = ReturnType<typeof viewProcedure>;
