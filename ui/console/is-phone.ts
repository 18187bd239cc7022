import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 767px)';

const subscribe = (changed: () => void) => {
  const list = matchMedia(narrow);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
};

/** Whether the window is as narrow as a telephone. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
