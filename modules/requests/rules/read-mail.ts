/** Long enough for any address that exists; RFC 5321 allows no longer one. */
const LONGEST_MAIL = 254;
const mailForm = /^[^\s@<>,;:"()[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** Reads a mail address as it was typed (邮箱地址); undefined when it is none. Small letters, so that one person is one. */
export function readMail(typed: string): string | undefined {
  const mail = typed.trim().normalize('NFKC').toLowerCase();
  return mail.length <= LONGEST_MAIL && mailForm.test(mail) ? mail : undefined;
}
