const shape = /^[a-z0-9][a-z0-9.-]{1,39}$/;

/** Brings what was typed as a login into one form: full-width letters, capitals and spaces around it do not matter. */
export const loginForm = (typed: string): string => typed.slice(0, 200).normalize('NFKC').trim().toLowerCase();

/** Reads a login (账号名): 2 to 40 letters, digits, dots and hyphens; undefined when it cannot be one. */
export function readLogin(typed: string): string | undefined {
  const login = loginForm(typed);
  return shape.test(login) ? login : undefined;
}

/** Says whether a text is a login (账号名) in the form in which it is kept. */
export const isLogin = (text: string): boolean => shape.test(text);

const name = /^[\p{L}\p{M}][\p{L}\p{M}·•.' -]{1,59}$/u;

/** Reads a person's name: 2 to 60 letters of any script; undefined when it cannot be one. */
export function readName(typed: string): string | undefined {
  const plain = typed.slice(0, 200).normalize('NFKC').trim().replace(/\s+/g, ' ');
  return name.test(plain) ? plain : undefined;
}

/** Reads a stated reason (理由): 4 to 500 characters without control characters; undefined when it is none. */
export function readReason(typed: string): string | undefined {
  const plain = typed.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const length = [...plain].length;
  return length >= 4 && length <= 500 ? plain : undefined;
}
