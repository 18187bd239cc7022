import { expect, test } from 'vitest';
import { maskQuestion, showAnswer, showQuestion, type AskedQuestion } from './question-text.ts';

const asked: AskedQuestion = {
  what: '听人讲是钭阿九家不让挖，二号楼那边到底换不换水管？电话 13912345678。',
  version: 2,
  isAnswered: true,
  hidden: [],
};

test.each<[string, Partial<AskedQuestion>, RegExp]>([
  ['of version 1 is read at once, as was promised then', { isAnswered: false, version: 1 }, /二号楼/],
  ['is read with its answer, masked', {}, /二号楼那边到底换不换水管？电话 \*+。/],
  ['hides a name that no list knows', { hidden: ['钭阿九'] }, /听人讲是\*\*\*家不让挖，二号楼/],
  ['hides several, however they are set apart', { hidden: ['钭阿九、二号楼'] }, /\*\*\*家不让挖，\*\*\*那边/],
  [
    'hides a name that is masked in part by itself',
    { what: '我妈李秀兰住这里，从北门怎么走？电话 13912345678。', hidden: ['我妈李秀兰'] },
    /^\*+住这里，从北门怎么走/,
  ],
  ['keeps words that do not stand there', { hidden: ['三号楼'] }, /二号楼那边到底换不换水管/],
  ['never hides what was asked', { hidden: ['二号楼那边到底换不换水管？', '听人讲是钭阿九家不让挖'] }, /不让挖/],
])('a question %s', (_, more, read) => {
  const shown = showQuestion({ ...asked, ...more });
  expect(shown).toMatch(read);
  expect(shown).not.toContain('13912345678');
});

test('a question is not read before who answers has read it', () => {
  expect(showQuestion({ ...asked, isAnswered: false })).toBeNull();
});

test('what is masked in the question is masked in its answer', () => {
  const answer = '换的，请放心，钭阿九也同意了，电话 13912345678。';
  expect(showAnswer(answer, maskQuestion(asked.what, ['钭阿九']))).toBe('换的，请放心，***也同意了，电话 *******。');
  expect(showAnswer(answer, maskQuestion(asked.what, []))).toContain('钭阿九');
});

test('says which pieces stay as they are, and why', () => {
  const keptOf = (...hidden: string[]) =>
    maskQuestion(asked.what, hidden).kept.map(({ words, why }) => `${words} ${why.code}`);
  expect(keptOf('钭阿九')).toEqual([]);
  expect(keptOf('钭阿九、钭阿九家、阿九')).toEqual([]);
  expect(keptOf('钭阿十、九')).toEqual(['钭阿十 mask.not_there', '九 mask.too_short']);
  expect(keptOf('二号楼那边到底换不换水管')).toEqual([]);
  expect(keptOf('二号楼那边到底换不换水管，听人讲是钭阿九家不让挖')).toEqual(['听人讲是钭阿九家不让挖 mask.too_much']);
});
