import type { OpensByStep, Procedure } from '../kit/define-procedure.ts';
import type { Input, InputValue } from '../kit/matter.ts';

/** What the words of an opened matter may name. */
export type TaskFacts = { readonly number: string; readonly title: string; readonly holderId: string };

/**
 * Fills in what a matter asks for that a step opens (交办内容): words in Chinese, because they become part of the record and
 * are cut to their field; what was said at the step as it was said.
 */
export function fillTask(opens: OpensByStep, opened: Procedure, input: Input, facts: TaskFacts): Input {
  const filled: Record<string, InputValue> = {};
  for (const [name, filling] of Object.entries(opens.fills)) {
    const field = opened.opening.asks[name];
    const most = field?.kind === 'text' ? field.max : Number.POSITIVE_INFINITY;
    const value =
      'field' in filling
        ? input[filling.field]
        : 'body' in filling
          ? facts.holderId
          : [...filling.words.zh.replaceAll('{{number}}', facts.number).replaceAll('{{title}}', facts.title)]
              .slice(0, most)
              .join('');
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}
