import type { Work } from '../../../platform/work.ts';

export type ListTold = (work: Work) => Promise<readonly string[]>;
let source: ListTold | undefined;

/** Lets the module that tells say of which matters the post of the asker was told and has not read it (待阅告知). */
export function sayToldBy(list: ListTold): void {
  source = list;
}

/** Ids of matters of which the post of the asker was told and has not read it; none when nobody says so. */
export const listTold: ListTold = async (work) => (await source?.(work)) ?? [];
