import type { Fault } from './fault.ts';
import { passages } from './passages.ts';
import { joinsIn } from './link-kind.ts';
import type { Procedure, Step } from './define-procedure.ts';

/** What is wrong in how a procedure answers (答复与核查): evidence, second checks, review dates, links, visits. */
export function faultsInOutcomes(p: Procedure): Fault[] {
  return [...faultsInEvidence(p), ...faultsInChecks(p), ...faultsInDays(p), ...faultsInLinks(p), ...faultsInVisits(p)];
}

/** Every way to the outcome asks for every kind of evidence, and no kind of matter needs none. */
function faultsInEvidence(p: Procedure): Fault[] {
  const rule = p.evidence;
  if (!rule) return [];
  const faults: Fault[] = [];
  const needs = [...Object.values(rule.bySubject), rule.otherwise];
  const hasGap = needs.some((kinds) => kinds.length === 0 || kinds.some((kind) => rule.fields[kind] === undefined));
  if (hasGap) faults.push({ code: 'evidence.can_be_skipped', at: p.id });
  const answering = new Set(
    [...passages(p)].filter(({ branch }) => branch.concludes === rule.for).map(({ name }) => name),
  );
  for (const name of answering) {
    const step = p.steps[name] as Step;
    const asksAll = Object.values(rule.fields).every((field) => step.asks?.[field] !== undefined);
    const byNobody = step.by.some((role) => p.roles[role]?.is === 'timer');
    if (!asksAll || byNobody) faults.push({ code: 'evidence.can_be_skipped', at: name });
  }
  return faults;
}

/** A check is made by somebody else, who has to make it in time and may send the answer back. */
function faultsInChecks(p: Procedure): Fault[] {
  const faults: Fault[] = [];
  for (const [name, step] of Object.entries(p.steps)) {
    if (!step.confirms) continue;
    if (step.by.some((role) => p.roles[role]?.otherThan !== 'answerer')) faults.push({ code: 'check.alone', at: name });
    for (const from of step.from) {
      const owner = p.states[from]?.owner;
      const isTimed = Object.values(p.clocks).some((c) => c.runsIn.includes(from) && c.metBy.includes(name));
      if (owner === undefined || !step.by.includes(owner) || !isTimed)
        faults.push({ code: 'check.nobody_has_to', at: name, details: { state: from } });
      const sendsBack = Object.values(p.steps).some(
        (other) =>
          other.from.includes(from) && other.concludes === null && other.by.some((role) => step.by.includes(role)),
      );
      if (!sendsBack) faults.push({ code: 'check.cannot_send_back', at: name, details: { state: from } });
    }
  }
  return faults;
}

/** A day that somebody chooses lies between a first and a last one, for a limit that begins with the step. */
function faultsInDays(p: Procedure): Fault[] {
  const setting = [[p.id, p.opening] as const, ...Object.entries(p.steps)];
  return setting.flatMap(([name, { sets, asks, to }]): Fault[] => {
    if (!sets) return [];
    const field = asks?.[sets.field];
    const isBound = field?.kind === 'day' && !field.optional && field.fromDays >= 1 && field.toDays >= field.fromDays;
    const begins = typeof to === 'string' && p.clocks[sets.clock]?.runsIn.includes(to);
    return isBound && begins ? [] : [{ code: 'review.no_bounds', at: name, details: { clock: sets.clock } }];
  });
}

/** A step that ties matters together asks which; whoever asked in one that ends is told. */
function faultsInLinks(p: Procedure): Fault[] {
  return Object.entries(p.steps).flatMap(([name, step]): Fault[] => {
    if (!step.links) return [];
    const field = step.asks?.[step.links.field];
    const asks = field?.kind === 'matter' && !field.optional;
    const ends = typeof step.to === 'string' && p.states[step.to]?.kind === 'final';
    return asks && ends === joinsIn(step.links.kind) ? [] : [{ code: 'link.bad_field', at: name }];
  });
}

/** What is drawn for a visit has somebody who can record it. */
function faultsInVisits(p: Procedure): Fault[] {
  const { visits } = p;
  if (!visits) return [];
  const isRecorded = Object.values(p.steps).some((step) => step.visits && step.from.includes(visits.in));
  const isDrawn = Number.isInteger(visits.oneIn) && visits.oneIn >= 1 && visits.of.length > 0;
  return isRecorded && isDrawn ? [] : [{ code: 'visit.never_recorded', at: visits.in }];
}
