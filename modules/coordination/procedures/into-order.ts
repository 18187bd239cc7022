import type { OpensWhenMissed } from '../../matters/index.ts';

/**
 * A limit that was missed becomes a supervision order for the body that holds the matter (超时转督办), which says what for.
 *
 * @param what what is asked of the body; `{{number}}`, `{{title}}` and `{{body}}` are filled in
 */
export const intoOrder = (what: { readonly zh: string; readonly en: string }): OpensWhenMissed => ({
  procedure: 'supervision-order',
  fills: {
    what: { words: what },
    body: { body: 'holder' },
    about: { words: { zh: '{{number}}', en: '{{number}}' } },
    why: {
      words: {
        zh: '{{clock}}到 {{due}} 为止，没有办。到期自动转督办。',
        en: '{{clock}} ran out on {{due}}. Issued by the timer.',
      },
    },
  },
});
