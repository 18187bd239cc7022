import { describe, expect, test } from 'vitest';
import { readFaults, readReceipt, readRecords, readServices, readStandings } from './georeport.ts';

describe('what the system of another body answers', () => {
  test.each([
    ['[{"service_request_id":293944,"service_notice":"soon"}]'],
    ['{"service_requests":[{"service_request_id":"293944"}]}'],
    [
      '\uFEFF<?xml version="1.0"?><service_requests><request><service_request_id>293944</service_request_id></request></service_requests>',
    ],
    ['<service_requests><request><service_request_id> 293944 </service_request_id><a/></request></service_requests>'],
  ])('%s gives its number', (text) => expect(readReceipt(readRecords(text) ?? [])).toEqual({ reference: '293944' }));

  test.each([
    [''],
    ['not json'],
    ['"text"'],
    ['[1,2]'],
    ['<html><body>'],
    ['<a><b></a></b>'],
    ['<!DOCTYPE a [<!ENTITY x "boom">]><a><b><service_request_id>&x;</service_request_id></b></a>'],
  ])('%s is not understood', (text) => expect(readReceipt(readRecords(text) ?? [])).toBeUndefined());

  test('a token is taken where there is no number yet, and a number that is no number is not', () => {
    expect(readReceipt(readRecords('[{"token":"12345","service_request_id":null}]') ?? [])).toEqual({ token: '12345' });
    expect(readReceipt([{ service_request_id: 'x'.repeat(65) }])).toBeUndefined();
  });

  test('closed says nothing of solved, unless a system of our own kind says so', () => {
    const xml =
      '<service_requests><request><service_request_id>1</service_request_id><status>CLOSED</status><status_notes>修好了 &amp; 看过</status_notes></request></service_requests>';
    expect(readStandings(readRecords(xml) ?? [])).toEqual([
      { reference: '1', isClosed: true, outcome: 'unsaid', said: '修好了 & 看过' },
    ]);
    const ours = (stage: string, outcome: string | null) =>
      readStandings(
        readRecords(
          JSON.stringify([
            { service_request_id: '2', status: 'open', linli: { stage, outcome, state_name: '办理中' } },
          ]),
        ) ?? [],
      )[0];
    expect(ours('waiting', 'solved')).toMatchObject({ isClosed: true, outcome: 'solved' });
    expect(ours('waiting', 'explained')).toMatchObject({ isClosed: true, outcome: 'explained' });
    expect(ours('waiting', 'keptOnBooks')).toMatchObject({ isClosed: false, outcome: 'unsaid' });
    expect(ours('open', null)).toMatchObject({ isClosed: false, said: '办理中' });
  });

  test('words that cannot be seen are none, and long ones are cut by signs, not by halves of them', () => {
    const said = (notes: string) => readStandings([{ service_request_id: '3', status_notes: notes }])[0]?.said;
    expect(said('\u0000\u200B \u0007')).toBe('');
    expect([...(said(`${'长'.repeat(999)}🙂🙂`) ?? '')]).toHaveLength(1000);
    expect(said(`${'长'.repeat(999)}🙂🙂`)?.endsWith('🙂')).toBe(true);
  });

  test('services without a code are left out, and reasons are put together', () => {
    expect(readServices([{ service_code: '1', service_name: 'A', metadata: 'true' }, { service_name: 'B' }])).toEqual([
      { code: '1', name: 'A', asksMore: true },
    ]);
    expect(readFaults([{ description: 'a' }, { code: '1' }, { description: 'b' }])).toBe('a；b');
    expect(readFaults([{ description: '长'.repeat(2000) }])).toHaveLength(1000);
  });
});
