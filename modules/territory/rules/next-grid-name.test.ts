import { expect, test } from 'vitest';
import { nextGridName } from './next-grid-name.ts';

const community = { nameZh: '清溪社区', nameEn: 'Qingxi Community' };
const grid = (nameZh: string, nameEn: string) => ({ nameZh, nameEn });

test('counts on, passes over what is taken in either language, and writes figures above ten', () => {
  expect(nextGridName(community, [])).toEqual(grid('清溪社区第一网格', 'Qingxi Grid 1'));
  const merged = [grid('清溪社区第一网格', 'Qingxi Grid 1'), grid('清溪社区第三网格', 'Qingxi Grid 3')];
  expect(nextGridName(community, merged)).toEqual(grid('清溪社区第四网格', 'Qingxi Grid 4'));
  expect(nextGridName(community, [grid('东片', 'Qingxi Grid 2')])).toEqual(grid('清溪社区第三网格', 'Qingxi Grid 3'));
  const many = Array.from({ length: 10 }, (_, n) => grid(`${n}`, `${n}`));
  expect(nextGridName(community, many).nameZh).toBe('清溪社区第11网格');
});
