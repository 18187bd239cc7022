import type { Work } from '../../../platform/work.ts';

export type FindSubject = (work: Work, matterId: string) => Promise<string | undefined>;
const sources = new Map<string, FindSubject>();

/** Lets a module above say what kind of matter (事由) each one of its procedure is, in its own codes. */
export function tellSubjectsBy(procedureId: string, find: FindSubject): void {
  sources.set(procedureId, find);
}

/** What kind of matter it is; empty when nobody says so. */
export async function subjectOf(
  work: Work,
  matter: { readonly id: string; readonly procedureId: string },
): Promise<string> {
  return (await sources.get(matter.procedureId)?.(work, matter.id)) ?? '';
}
