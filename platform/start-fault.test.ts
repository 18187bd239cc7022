import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { StartFault, startFaultText } from './start-fault.ts';

const sentences = JSON.parse(readFileSync(new URL('./start-faults.json', import.meta.url), 'utf8')) as Record<
  string,
  { zh: string; en: string }
>;

test('speaks Chinese first, then English, with the values filled in', () => {
  const fault = new StartFault('config.port', { value: 'x' });
  expect(fault.message.split('\n')).toEqual([
    expect.stringContaining('PORT 的值“x”'),
    expect.stringContaining('PORT "x"'),
  ]);
  expect(fault.code).toBe('config.port');
});

test('names the same values in both languages', () => {
  expect(Object.keys(sentences).length).toBeGreaterThan(10);
  for (const [code, { zh, en }] of Object.entries(sentences)) {
    expect([...new Set(valuesIn(zh))], code).toEqual([...new Set(valuesIn(en))]);
  }
});

test('does not invent a sentence', () => {
  expect(() => startFaultText('no.such')).toThrow('no.such');
});

const valuesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
