import { say, type Both } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { Fault } from '../kit/fault.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { wordsOf, type Named } from '../kit/named.ts';

/**
 * Says what is wrong with a procedure (流程体检结果) in words that name its states, steps, limits and fields.
 *
 * @param others procedures that it opens, for their names and fields
 */
export const sayFaults = (procedure: Procedure, faults: readonly Fault[], others: readonly Procedure[] = []): Both[] =>
  faults.map((fault) => {
    const names = { name: fault.at, ...fault.details };
    const opened = others.filter(({ id }) => id === fault.details?.['procedure']);
    const inOne = (language: 'zh' | 'en') =>
      Object.fromEntries(Object.entries(names).map(([slot, key]) => [slot, nameOf(procedure, key, opened)[language]]));
    const key = `faults.${fault.code}`;
    return { zh: say('matters', key, inOne('zh')).zh, en: say('matters', key, inOne('en')).en };
  });

function nameOf(p: Procedure, key: string, opened: readonly Procedure[]): Named {
  const own = p.states[key] ?? p.steps[key] ?? p.clocks[key] ?? p.roles[key];
  const named =
    own ?? [p, ...opened].find(({ id }) => id === key) ?? opened.map((one) => fieldIn(one, key)).find(Boolean);
  return named ? wordsOf(named) : { zh: key, en: key };
}

const fieldIn = ({ opening }: Procedure, key: string): Named | undefined => opening.asks[key];
