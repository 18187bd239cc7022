import { faultsBetween, faultsIn } from '../kit/check-procedure.ts';
import { youngerCodes, type Fault } from '../kit/fault.ts';
import type { Procedure } from '../kit/define-procedure.ts';

const procedures = new Map<string, Procedure>();

const key = (id: string, version: number): string => `${id}@${version}`;

/** A procedure that would let something fall through was to be installed (流程有缺陷). */
export class FaultyProcedure extends Error {
  readonly procedure: Procedure;
  readonly faults: readonly Fault[];
  constructor(procedure: Procedure, faults: readonly Fault[]) {
    super(`procedure ${procedure.id}: ${faults.map((fault) => `${fault.code} at ${fault.at}`).join('; ')}`);
    this.procedure = procedure;
    this.faults = faults;
  }
}

/**
 * Installs the procedures that matters run under (流程装载), at start. Each is checked first. A version that a newer one of
 * the list has taken over from only lets its matters run out: what the checker learned after it was published is not
 * held against it.
 *
 * @throws FaultyProcedure when the checker finds a fault: a district must not run on it
 */
export function installProcedures(list: readonly Procedure[]): void {
  const known = [...procedures.values(), ...list];
  for (const procedure of list) {
    const isOver = list.some(({ id, version }) => id === procedure.id && version > procedure.version);
    const found = [...faultsIn(procedure), ...faultsBetween(procedure, known)];
    const faults = found.filter(({ code }) => !isOver || !youngerCodes.has(code));
    if (faults.length > 0) throw new FaultyProcedure(procedure, faults);
    procedures.set(key(procedure.id, procedure.version), procedure);
  }
}

type Under = { readonly procedureId: string; readonly procedureVersion: number };

/** A matter stands under a version of its procedure that this program does not carry (流程版本缺失). */
export class ProcedureGone extends Error {
  readonly version: string;
  constructor({ procedureId, procedureVersion }: Under) {
    const version = key(procedureId, procedureVersion);
    super(`procedure ${version} is not installed; its matters stay as they are until a release that carries it runs`);
    this.version = version;
  }
}

/** The procedure in the version a matter was opened under; undefined when this program does not carry it. */
export const findProcedure = ({ procedureId, procedureVersion }: Under): Procedure | undefined =>
  procedures.get(key(procedureId, procedureVersion));

/**
 * The procedure in the version a matter was opened under.
 *
 * @throws ProcedureGone when this program does not carry it: nothing may be decided or told of the matter then
 */
export function procedureOf(matter: Under): Procedure {
  const procedure = findProcedure(matter);
  if (!procedure) throw new ProcedureGone(matter);
  return procedure;
}

/** The newest version of each installed procedure, for its words; what is opened asks {@link proceduresHeldOn}. */
export const newestProcedures = (): readonly Procedure[] => newestOf([...procedures.values()]);

/**
 * The version of each procedure that holds on a day (现行版本): the newest that has begun by then. One that begins later is not
 * used before, and a procedure of which no version has begun is none yet.
 *
 * @param today `YYYY-MM-DD`, in the district
 */
export const proceduresHeldOn = (today: string): readonly Procedure[] =>
  newestOf([...procedures.values()].filter(({ holdsFrom }) => holdsFrom <= today));

function newestOf(list: readonly Procedure[]): readonly Procedure[] {
  const newest = new Map<string, Procedure>();
  for (const procedure of list)
    if ((newest.get(procedure.id)?.version ?? 0) < procedure.version) newest.set(procedure.id, procedure);
  return [...newest.values()];
}

/** Whether any installed procedure has a step of this name that ties matters together. */
export const someStepLinks = (name: string): boolean =>
  [...procedures.values()].some(({ steps }) => steps[name]?.links !== undefined);

/** Versions of installed procedures whose settled matters are drawn for return visits. */
export const drawableProcedures = () =>
  [...procedures.values()].flatMap(({ id, version, visits }) =>
    visits ? [{ procedureId: id, version, state: visits.in, outcomes: visits.of, oneIn: visits.oneIn }] : [],
  );

/** The posts that record return visits (回访人), by any installed procedure. */
export const visitorPosts = (): ReadonlySet<string> =>
  new Set(
    [...procedures.values()].flatMap(({ steps, roles }) =>
      Object.values(steps)
        .filter(({ visits }) => visits)
        .flatMap(({ by }) => by.flatMap((role) => roles[role]?.posts ?? [])),
    ),
  );

/** Steps of installed procedures that are told to the matters taken up, with the state in which the matter then stands. */
export const stepsTellingTakenUp = () =>
  [...procedures.values()].flatMap(({ id, version, steps }) =>
    Object.entries(steps).flatMap(([step, { tellsTakenUp, to }]) =>
      tellsTakenUp && typeof to === 'string' ? [{ procedureId: id, version, step, state: to }] : [],
    ),
  );
