const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Reads a token (令牌): the command under which a report was carried out; undefined when it cannot be one. */
export const readToken = (typed: string): string | undefined => {
  const token = typed.trim().toLowerCase();
  return uuid.test(token) ? token : undefined;
};
