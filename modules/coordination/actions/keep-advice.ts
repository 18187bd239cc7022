import { listenToRecorded } from '../../matters/index.ts';
import { maskText, residentRequest } from '../../requests/index.ts';
import { escalation } from '../procedures/escalation.ts';
import { insertAdvice } from '../store/advice-store.ts';

/**
 * Keeps what helped in one escalation, or in a request that had gone up, for the next community (可复用的办法): when whoever answered said that others can use it,
 * masked, in the transaction of the answer.
 *
 * @source catalogue S13 (adviser answers that are saved as reusable policy answers)
 */
export function listenForAdvice(): void {
  listenToRecorded('coordination', async (work, { procedure, after, entries }) => {
    if (procedure.id !== escalation.id && procedure.id !== residentRequest.id) return;
    for (const { seq, content, words } of entries) {
      const { input } = content;
      const said = (name: string) => words.find((one) => one.name === name)?.text;
      const [question, advice] = [said('question'), said('advice')];
      if (input?.['keep'] !== 'yes' || question === undefined || advice === undefined) continue;
      const kept = { matterId: after.id, seq, question: maskText(question), advice: maskText(advice) };
      await insertAdvice(work, { ...kept, bodyId: after.holder.bodyId });
    }
  });
}
