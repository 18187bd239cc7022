import { say, type Both } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { Fault } from '../kit/fault.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { wordsOf, type Named } from '../kit/named.ts';

/** Says what is wrong with a procedure (流程体检结果) in words that name its states, steps and limits. */
export const sayFaults = (procedure: Procedure, faults: readonly Fault[]): Both[] =>
  faults.map((fault) => {
    const names = { name: fault.at, ...fault.details };
    const inOne = (language: 'zh' | 'en') =>
      Object.fromEntries(Object.entries(names).map(([slot, key]) => [slot, nameOf(procedure, key)[language]]));
    const key = `faults.${fault.code}`;
    return { zh: say('matters', key, inOne('zh')).zh, en: say('matters', key, inOne('en')).en };
  });

function nameOf(p: Procedure, key: string): Named {
  const named = p.states[key] ?? p.steps[key] ?? p.clocks[key] ?? p.roles[key] ?? (key === p.id ? p : undefined);
  return named ? wordsOf(named) : { zh: key, en: key };
}
