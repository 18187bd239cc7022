/** What the address of the registration may say: the listening session (民心恳谈) at which it was said. */
export function readRegisterSearch(search: Record<string, unknown>): { readonly session?: string } {
  const { session } = search;
  return typeof session === 'string' && /^[0-9a-f-]{36}$/.test(session) ? { session } : {};
}
