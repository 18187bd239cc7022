import { randomInt } from 'node:crypto';

/** Without characters that are taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 14;

/** Makes a first password (首次口令), shown once to whoever sets the account up; about 69 bits. */
export const makeFirstPassword = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
