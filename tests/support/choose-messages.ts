import type { DemoServer } from './demo-server.ts';

/** Chooses messages on the page where somebody follows their matter (短信通知), as a browser without script would. */
export async function chooseMessagesAt(
  { app }: DemoServer,
  { number, code }: { readonly number: string; readonly code: string },
  form: Readonly<Record<string, string>>,
  language = 'zh',
) {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const post = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, cookie },
      payload: new URLSearchParams(fields).toString(),
    });
  const opened = await post('/follow', { number, code });
  const cookie = String(opened.headers['set-cookie']).split(';')[0] as string;
  return post(`/follow/${number}/messages`, form, `${cookie}; language=${language}`);
}
