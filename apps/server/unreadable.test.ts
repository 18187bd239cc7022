import { expect, test } from 'vitest';
import { readableAddress } from './unreadable.ts';

test.each([
  ['/see/2611-00001-2?words=%zz', '/see/2611-00001-2?words=%zz'],
  ['/see/%E7%81%AF', '/see/%E7%81%AF'],
  ['/see/%ff%c0', '/unreadable'],
  ['/api/matters/%zz/notes?a=1', '/api/unreadable'],
  ['/open311/v2/requests/%ff.xml', '/open311/v2/unreadable'],
  ['//%ff', '/unreadable'],
  ['/boards/9901%00', '/unreadable'],
  ['/see?words=%00', '/see?words=%00'],
])('%s is asked for as %s', (url, expected) => {
  expect(readableAddress(url)).toBe(expected);
});
