import { expect, test } from 'vitest';
import { failureBeside, type Failure } from './failure.ts';

const said = (zh: string, en: string) => ({ code: 'field', message: { zh, en } });
const failure = (fields: Failure['fields']): Failure => ({
  kind: 'refused',
  code: 'input.fields',
  message: { zh: '请看标出的地方。', en: 'Please look at the marked ones.' },
  fields,
  changedSince: [],
});
const topic = said('请写议题。', 'Please give the topic.');
const reason = said('请写理由。', 'Please give a reason.');

test('says beside the button what no field of the form says, and nothing twice', () => {
  const beside = (fields: Failure['fields'], shown: string[]) => failureBeside(failure(fields), shown)?.message?.zh;
  expect(beside({}, [])).toBe('请看标出的地方。');
  expect(beside({ topic, reason }, ['topic', 'reason'])).toBeUndefined();
  expect(beside({ topic, reason }, ['reason'])).toBe('请写议题。');
  expect(beside({ topic, reason }, [])).toBe('请写议题。请写理由。');
  expect(failureBeside(failure({ topic, reason }), [])?.message?.en).toBe(
    'Please give the topic. Please give a reason.',
  );
  expect(failureBeside(undefined, [])).toBeUndefined();
});
