import { v5 as uuidv5 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { takeStep } from '../../matters/index.ts';

/** Names the commands of the connection, so that what was written once is not written again. */
const LINK = '6a0f7f3c-6f0b-5d0e-9a57-2f8b7c41e0d3';

/**
 * Writes down what the system of an outside body did (对方系统的动作). The task may have gone on meanwhile, by people: then nothing is
 * written, because what they wrote is newer.
 *
 * @param once names what is written down; the same again writes nothing
 * @returns whether it stands in the record
 */
export async function takeLinkStep(
  work: Work,
  taskId: string,
  step: string,
  { once, input }: { readonly once: string; readonly input: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const commandId = uuidv5(`${work.districtId} ${taskId} ${step} ${once}`, LINK);
  const taken = await takeStep(work, { matterId: taskId, step, commandId, seenSeq: 0, input });
  return taken.ok;
}
