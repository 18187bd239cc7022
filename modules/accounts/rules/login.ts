/** Says whether a text can be a login (登录名): 2 to 40 lower-case letters, digits, dots and hyphens. */
export const isLogin = (text: string): boolean => /^[a-z0-9][a-z0-9.-]{1,39}$/.test(text);
