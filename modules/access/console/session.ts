import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Me, SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';

export const sessionKey = ['session'] as const;
type Session = Awaited<ReturnType<typeof loadSession>>;
const loadSession = () => call('GET /api/session');

/** Who is signed in, and whether this is the demo district. */
export const useSession = () => useQuery({ queryKey: sessionKey, queryFn: loadSession, staleTime: Infinity });

const MeContext = createContext<Me | undefined>(undefined);
export const MeProvider = MeContext.Provider;

/** The person signed in; only below the sign-in page. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** Puts the person who just signed in, or changed the post, in place; nothing another saw stays behind. */
export function useEnter() {
  const client = useQueryClient();
  return (who: SignedIn) => {
    client.setQueryData(sessionKey, (before: Session | undefined) => before && { ...before, ...who });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] && queryKey[0] !== 'demo' });
  };
}
