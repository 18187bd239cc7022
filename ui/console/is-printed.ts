import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  const list = matchMedia('print');
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
};

/** Whether the page is being laid out for paper. */
export const useIsPrinted = () => useSyncExternalStore(subscribe, () => matchMedia('print').matches);
