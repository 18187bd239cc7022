import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, clientOf } from './api.ts';
import { failureOf } from './failure.ts';

afterEach(() => vi.unstubAllGlobals());

const call = clientOf<{ 'GET /api/books': { permission: 'anyone'; summary: 'Books' } }>();
const answering = (status: number, body: string) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
const failureWhen = (thrown: Promise<unknown>) => thrown.then(() => undefined, failureOf);

test('fills the path, encodes it, and leaves absent query values out', () => {
  const given = { params: { id: 'a/b' }, query: { words: '路灯', after: undefined, state: '', limit: 50 } };
  expect(addressOf('/api/books/:id', given)).toBe('/api/books/a%2Fb?words=%E8%B7%AF%E7%81%AF&limit=50');
});

test('a dead network is offline, not a fault', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureWhen(call('GET /api/books'))).toMatchObject({ kind: 'offline' });
});

test('a refusal keeps its words and its fields', async () => {
  const message = { zh: '太短', en: 'Too short' };
  answering(422, JSON.stringify({ code: 'input.faulty', message, fields: { reason: { code: 'too_short', message } } }));
  expect(await failureWhen(call('GET /api/books'))).toMatchObject({
    kind: 'refused',
    code: 'input.faulty',
    fields: { reason: { message } },
  });
});

test.each([
  [401, 'signedOut'],
  [404, 'refused'],
  [500, 'fault'],
  [502, 'fault'],
])('status %i with a page that is not JSON is %s', async (status, kind) => {
  answering(status, '<html>');
  expect(await failureWhen(call('GET /api/books'))).toMatchObject({ kind });
});

test('a page that is not JSON is no success', async () => {
  answering(200, '<html>');
  expect(await failureWhen(call('GET /api/books'))).toMatchObject({ kind: 'fault' });
});
