import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://other.example' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://site.example' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'https://site.example' }, true],
  [{ origin: 'https://site.example:8443' }, false],
  [{ origin: 'https://site.example.evil.example' }, false],
  [{ origin: 'null', referer: 'https://site.example/' }, false],
  [{ referer: 'https://site.example/report' }, true],
  [{ referer: 'https://evil.example/?site.example' }, false],
  [{}, false],
])('takes %j as our own: %s', (headers, isOurs) => {
  expect(isSameOrigin(headers, 'site.example')).toBe(isOurs);
});
