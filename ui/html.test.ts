import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes what people wrote, in text and in attributes', () => {
  const said = `<script>alert("1")</script> & 'quoted'`;
  expect(html`<p title="${said}">${said}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;</p>',
  );
});

test('keeps emoji, rare characters and direction marks as they are', () => {
  expect(html`${'👵🏽 𠮷 \u202Eabc'}`.text).toBe('👵🏽 𠮷 \u202Eabc');
});

test('nests markup and lists without escaping them twice', () => {
  const rows = ['a<', 'b'].map((row) => html`<li>${row}</li>`);
  expect(html`[${rows}]`.text).toBe('[<li>a&lt;</li><li>b</li>]');
});

test('writes nothing for what is absent, and a zero for zero', () => {
  expect(html`[${null}${undefined}${false}${''}${0}]`.text).toBe('[0]');
});

test('leaves backslashes and dollar signs of the text alone', () => {
  expect(html`<p>${'\\n $& ${x}'}</p>`.text).toBe('<p>\\n $&amp; ${x}</p>');
});
