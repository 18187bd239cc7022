import type { Filling, OpensWhenMissed, Procedure } from '../kit/define-procedure.ts';

/** What is filled in where a missed limit turns into another matter. */
export type TurnFacts = {
  readonly number: string;
  readonly title: string;
  readonly clock: string;
  readonly due: string;
  readonly body: string;
  readonly bodyId: string;
};

/**
 * Fills in what the new matter asks for (转督办内容), in Chinese, because it becomes part of the record; words that are too long
 * for their field are cut.
 */
export function fillIn(opens: OpensWhenMissed, opened: Procedure, facts: TurnFacts): Readonly<Record<string, string>> {
  const said = ({ words }: Extract<Filling, { words: unknown }>) =>
    words.zh.replaceAll(/\{\{(number|title|clock|due|body)\}\}/g, (_, name: keyof TurnFacts) => facts[name]);
  return Object.fromEntries(
    Object.entries(opens.fills).map(([name, filling]) => {
      const field = opened.opening.asks[name];
      const most = field?.kind === 'text' ? field.max : Number.POSITIVE_INFINITY;
      return [name, 'body' in filling ? facts.bodyId : [...said(filling)].slice(0, most).join('')];
    }),
  );
}
