import { expect, test } from 'vitest';
import { sayRefusal } from './i18n/words.ts';
import { statusOf } from './http/serve.ts';
import { findTrouble } from './trouble.ts';

const failure = (code: string, message = 'x', more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

test.each([
  ['a full disk of the database', failure('53100', 'could not extend file'), 'trouble.storage_full', 507],
  ['a full disk of ours', failure('ENOSPC'), 'trouble.storage_full', 507],
  ['a disk of ours that may only be read', failure('EROFS'), 'trouble.storage_read_only', 503],
  ['a database that may only be read', failure('25006'), 'trouble.storage_read_only', 503],
  [
    'a disk of the database that may only be read',
    failure('42501', 'could not open file "base/5/1": Read-only file system'),
    'trouble.storage_read_only',
    503,
  ],
  ['a statement that took too long', failure('57014'), 'trouble.database_slow', 503],
  ['a deadlock', failure('40P01'), 'trouble.database_slow', 503],
  ['a database that shuts down', failure('57P01'), 'trouble.database_away', 503],
  ['a database that is not there', failure('ECONNREFUSED'), 'trouble.database_away', 503],
  ['a socket that is gone', failure('ENOENT', 'x', { syscall: 'connect' }), 'trouble.database_away', 503],
  ['a network that swallows everything', failure('DATABASE_SILENT'), 'trouble.database_away', 503],
  ['no connection free in time', new Error('timeout exceeded when trying to connect'), 'trouble.database_away', 503],
  ['the cause of another error', new Error('x', { cause: failure('57P03') }), 'trouble.database_away', 503],
])('%s is trouble outside, with a sentence, a status and when to try again', (_, error, code, status) => {
  const trouble = findTrouble(error);
  expect(trouble).toMatchObject({ code, details: { seconds: expect.any(Number) } });
  expect(statusOf(code)).toBe(status);
  const { zh, en } = sayRefusal({ code, details: { seconds: 5 } });
  expect([zh, en].every((text) => text.includes('5'))).toBe(true);
});

test.each([
  ['a table that may not be read', failure('42501', 'permission denied for table matters')],
  ['a row that is there already', failure('23505')],
  ['a photo that is missing', failure('ENOENT', 'x', { syscall: 'open' })],
  ['any other', new Error('x')],
  ['no error at all', 'x'],
])('%s is no trouble outside', (_, error) => expect(findTrouble(error)).toBeUndefined());
