import type { Both } from '../../../platform/i18n/words.ts';

type Named = { readonly name: Both; readonly procedure: string };

/**
 * Which of these stand under a name that another procedure uses too (同名的状态): two lines of one list with the same name are told
 * apart by the procedure.
 */
export function namedAlike<T extends Named>(all: readonly T[]): ReadonlySet<T> {
  const procedures = Map.groupBy(all, ({ name }) => name.zh);
  return new Set(
    all.filter(({ name }) => new Set(procedures.get(name.zh)?.map(({ procedure }) => procedure)).size > 1),
  );
}
