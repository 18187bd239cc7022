import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import { maskMore, mayMaskMore } from './mask-more.ts';
import { mayDecideObjection, mayObject } from './publicity.ts';

describe('masking more (多遮)', () => {
  test('hides the words wherever they stand, and never less than what is hidden by itself', () => {
    const text = '麻杆儿住3栋2单元1204室，电话13800001111，麻杆儿天天唱歌。';
    expect(maskMore(text, ['麻杆儿'])).toBe('***住3栋*单元****室，电话*******，***天天唱歌。');
    expect(maskMore(text, ['麻杆儿', '不在里面的'])).toContain('*单元****室');
  });

  test('words that reach into what is masked by itself are hidden whole', () => {
    expect(maskMore('找红房子13800001111问', ['红房子13800001111'])).not.toMatch(/红房子|1111/);
  });

  const shown = '三楼的麻杆儿天天半夜唱歌，社区说管不了，我认为这是推诿，希望街道来人看看。';
  test.each([
    ['麻杆儿', [], undefined],
    ['麻', [], 'mask.too_short'],
    ['没有的字', [], 'mask.not_there'],
    ['社区说管不了，我认为这是推诿', ['三楼的麻杆儿'], 'mask.too_much'],
    ['一'.repeat(31), [], 'mask.too_long'],
    ['**', [], 'mask.not_there'],
  ])('%s after %j: %s', (words, before, code) => {
    const may = mayMaskMore({ shown: `${shown}**`, words, before });
    expect(may.ok ? undefined : may.code).toBe(code);
  });
});

describe('objecting to publication (公开异议)', () => {
  const open = { decision: null };
  const upheld = { decision: 'keptOff' } as const;
  const rejected = { decision: 'shownAgain' } as const;

  test.each([
    [true, [], undefined],
    [false, [], 'objection.not_public'],
    [true, [open], 'objection.open'],
    [true, [upheld], 'objection.kept_off'],
    [true, [rejected], undefined],
    [true, [rejected, rejected, rejected], 'objection.used_up'],
  ] as const)('wanted %s after %j: %s', (wantsPublic, before, code) => {
    const may = mayObject(wantsPublic, before);
    expect(may.ok ? undefined : may.code).toBe(code);
  });

  test('is decided by the head of the body that has it, and by nobody else', () => {
    const worker = (over: object) =>
      ({
        kind: 'worker',
        bodyId: 'body',
        isHead: true,
        accountId: 'a',
        name: '',
        postId: '',
        postKind: '',
        areaCode: '',
        ...over,
      }) as Actor;
    const held = { holder: { bodyId: 'body', kind: 'residentsCommittee', accountId: null } } as const;
    const codeOf = (actor: Actor, objections = [open]) => {
      const may = mayDecideObjection(actor, held, objections);
      return may.ok ? undefined : may.code;
    };
    expect(codeOf(worker({}))).toBeUndefined();
    expect(codeOf(worker({ isHead: false }))).toBe('objection.not_yours');
    expect(codeOf(worker({ bodyId: 'other' }))).toBe('objection.not_yours');
    expect(codeOf(worker({}), [])).toBe('objection.none');
  });
});
