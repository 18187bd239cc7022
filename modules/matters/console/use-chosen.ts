import { useState } from 'react';
import { useKeys } from '../../../ui/console/keys.ts';
import { MOST_AT_ONCE } from '../contract/desk-limits.ts';

export type Chosen = {
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
};

/** The rows chosen for work on many at once: `x` for the row where I am, `X` for all that are shown. Another list begins with none. */
export function useChosen(shown: readonly string[], active: string | undefined, list: string): Chosen {
  const [kept, setKept] = useState<{ list: string; ids: readonly string[] }>({ list, ids: [] });
  const ids = kept.list === list ? kept.ids.filter((id) => shown.includes(id)) : [];
  const set = (next: readonly string[]) => setKept({ list, ids: next.slice(0, MOST_AT_ONCE) });
  const toggle = (id: string) => set(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  useKeys({
    x: () => active !== undefined && toggle(active),
    X: () => set(ids.length === Math.min(shown.length, MOST_AT_ONCE) ? [] : shown),
  });
  return { ids, has: (id) => ids.includes(id), toggle, clear: () => set([]) };
}
