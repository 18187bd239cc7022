import { expect, test } from 'vitest';
import { followPage, invented, offers } from '../invented-deps.ts';
import { cookiesOf, openInventedSite } from '../invented-site.ts';

const shown = { number: invented.number, code: invented.code };
const commandId = '0197c000-0000-7000-8000-0000000000c0';

async function following(steps: Parameters<typeof followPage>[0]) {
  const site = openInventedSite({ follow: async () => followPage(steps) });
  const headers = cookiesOf(await site.post('/follow', shown));
  return { ...site, headers, page: (await site.get(`/follow/${invented.number}`, headers)).body };
}

test('one press says that it is solved and how well, and all that it says is written on it', async () => {
  const { page, post, seen, headers } = await following({ steps: [offers.rate] });
  expect(page).toMatch(/value="solved=yes&amp;rating=5">解决了，非常满意</);
  const fields = { commandId, seenSeq: '3', press: 'solved=yes&rating=5', words: '' };
  const sent = await post(`/follow/${invented.number}/steps/rate`, fields, { headers });
  expect(sent.statusCode).toBe(303);
  expect(seen.steps[0]).toMatchObject({ step: 'rate', input: { solved: 'yes', rating: 5 } });
});

test('a press brings nothing that the step does not ask for, and Enter answers nothing', async () => {
  const { page, post, seen, headers } = await following({ steps: [offers.rate] });
  const [, form = ''] = /<form[^>]*steps\/rate[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  expect(/<button[^>]*>/.exec(form)?.[0]).toContain('class="unseen"');
  const fields = { commandId, seenSeq: '3', press: 'solved=no&rating=2&closedBy=me', words: '还是黑' };
  await post(`/follow/${invented.number}/steps/rate`, fields, { headers });
  expect(seen.steps[0]?.input).toEqual({ solved: 'no', rating: 2, words: '还是黑' });
});
