import { useSyncExternalStore } from 'react';

let signedOut = false;
const listeners = new Set<() => void>();

/** A call was answered with "sign in": the session has ended under an open page. */
export function noteSignedOut(now: boolean) {
  signedOut = now;
  for (const listener of listeners) listener();
}

export const useSignedOut = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => signedOut,
  );
