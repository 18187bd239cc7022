import { expect, test } from 'vitest';
import { checkPassword } from './password-rules.ts';

const owner = { login: 'bai.song', nameZh: '白松', nameEn: 'Bai Song' };
const codeOf = (password: string) => {
  const checked = checkPassword(password, owner);
  return checked.ok ? null : checked.code;
};

test.each([
  ['', 'password.too_short'],
  ['青石板路-17', 'password.too_short'],
  ['ａｂｃ１２３', 'password.too_short'],
  ['字'.repeat(201), 'password.too_long'],
  ['x'.repeat(10_000), 'password.too_long'],
  ['1382345678901', 'password.only_digits'],
  ['1985-03-08-12', 'password.only_digits'],
  ['１９８５０３０８１２', 'password.only_digits'],
  ['my-bai.song-door', 'password.has_name'],
  ['baisong19850308', 'password.has_name'],
  ['SongBai#2026!', 'password.has_name'],
  ['bs1985030812', 'password.has_name'],
  ['白松爱吃面条呀真好吃', 'password.has_name'],
  ['1qaz2wsx3edc', 'password.leaked'],
  ['QWERTYUIOP', 'password.leaked'],
  ['woaini13145', 'password.simple'],
  ['5201314woaini', 'password.simple'],
  ['WoAiNi@20260308', 'password.simple'],
  ['p@ssw0rd2026!', 'password.simple'],
  ['admin@123456789', 'password.simple'],
  ['qwe123456789!', 'password.simple'],
  ['abcabcabcabc', 'password.simple'],
  ['aaaaaaaaaaaaaa', 'password.simple'],
  ['linli-admin-2026', 'password.simple'],
])('%.20s: %s', (password, code) => {
  expect(codeOf(password)).toBe(code);
});

test.each(['青石板路下雨天走得慢', 'three-lamps-by-the-river', '楼道灯2026又亮了呀', 'k7#mPw3xQz9v'])(
  '%s may be taken',
  (password) => expect(codeOf(password)).toBeNull(),
);
