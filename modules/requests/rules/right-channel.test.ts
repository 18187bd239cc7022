import { describe, expect, test } from 'vitest';
import { findRightChannels, rightChannels } from './right-channel.ts';

const idsFor = (text: string) => findRightChannels(text).map(({ id }) => id);

describe('the right channel', () => {
  test.each([
    ['三号楼四层着火了', ['emergency']],
    ['楼道里有 燃气 味，很浓', ['emergency']],
    ['老板拖欠工资三个月', ['labour']],
    ['对交警的罚单不服', ['review']],
    ['健身房关门了，预付卡不退款', ['consumer']],
    ['钥匙忘在家里，想找人开锁', ['market']],
    ['工地上有人触电，老板还不发工资', ['emergency', 'labour']],
    ['The flat upstairs is ON  FIRE!', ['emergency']],
    ['Smell of gas in the stairwell', ['emergency']],
    ['The gym gives no refund', ['consumer']],
  ])('of "%s" is %j, the most pressing first', (text, ids) => {
    expect(idsFor(text)).toEqual(ids);
  });

  test.each([
    '楼道灯坏了三天',
    '下水道堵了，一楼返水',
    '广场舞太吵，睡不着',
    '',
    '　',
    'lamp broken',
    'The fire door does not close',
    'Please repair the crash barrier',
  ])('of "%s" is the community: nothing is said', (text) => {
    expect(idsFor(text)).toEqual([]);
  });

  test('is found however the words are spaced and in whatever width of digits', () => {
    expect(idsFor('我 的 身 份 证 号 是')).toEqual(['private']);
  });
});

describe('the table', () => {
  test('puts danger first, so that its numbers are read before anything else', () => {
    const firstCalm = rightChannels.findIndex(({ urgent }) => !urgent);
    expect(rightChannels.slice(firstCalm).some(({ urgent }) => urgent)).toBe(false);
    expect(rightChannels[0]?.phones.map(({ number }) => number)).toEqual(['110', '119', '120', '122']);
  });

  test('has every word once, and no word that another line would always win', () => {
    const words = rightChannels.flatMap((channel) => [...channel.words, ...channel.english]);
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(50);
  });

  test('covers paragraphs 1, 2, 4 and 5 of article 11; 3 and 6 are not for words to say', () => {
    expect([...new Set(rightChannels.map(({ paragraph }) => paragraph))]).toEqual([1, 2, 4, 5]);
  });
});
