import type { Work } from '../../../platform/work.ts';
import { findCommand } from '../store/record-store.ts';

/** Finds the matter that a command opened or moved (命令去向); undefined when it was never carried out. */
export async function findCommandMatter(work: Work, commandId: string): Promise<string | undefined> {
  return (await findCommand(work, commandId))?.matterId;
}

/** Finds the step that a command took (命令办了哪一步); undefined when it was never carried out. */
export async function findCommandStep(work: Work, commandId: string): Promise<string | undefined> {
  return (await findCommand(work, commandId))?.step;
}
