import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const ssoClient = { clientId: 'linli', clientSecret: 'a-secret-of-the-tests-long-enough-to-be-one' };

export type SsoProvider = { readonly issuer: string; readonly close: () => Promise<void> };

/** A real provider of single sign-on on a port of this machine; whoever signs in there as X is the subject X. */
export async function startSsoProvider(redirectUris: readonly string[], port = 0): Promise<SsoProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: ssoClient.clientId,
        client_secret: ssoClient.clientSecret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['only for the tests'] },
  });
  const answer = provider.callback();
  server.on('request', (request, reply) => void answer(request, reply));
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser without screens: follows redirects, keeps cookies by host. */
export class Visitor {
  readonly #jars = new Map<string, Map<string, string>>();

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<{ address: string; text: string }> {
    let next = address;
    let body = form ? new URLSearchParams(form).toString() : undefined;
    for (let hop = 0; hop < 12; hop += 1) {
      const { host } = new URL(next);
      const jar = this.#jars.get(host) ?? new Map<string, string>();
      this.#jars.set(host, jar);
      const response = await fetch(next, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(body === undefined ? {} : { body }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const to = response.headers.get('location');
      if (to === null || response.status < 300 || response.status > 399)
        return { address: next, text: await response.text() };
      next = new URL(to, next).href;
      body = undefined;
    }
    throw new Error(`too many redirects at ${next}`);
  }

  cookies(host: string): string {
    return [...(this.#jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Puts a cookie into the jar of one host. */
  put(host: string, name: string, value: string): void {
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    jar.set(name, value);
  }

  /** Signs in at the provider as this subject and agrees, wherever the provider asks. */
  async signInAt(page: { address: string; text: string }, subject: string): Promise<{ address: string; text: string }> {
    let at = page;
    for (let steps = 0; steps < 3 && at.text.includes('name="prompt"'); steps += 1) {
      const action = /action="([^"]+)"/.exec(at.text)?.[1] ?? at.address;
      const prompt = /name="prompt" value="(\w+)"/.exec(at.text)?.[1] ?? 'login';
      const form: Record<string, string> = { prompt };
      if (prompt === 'login') Object.assign(form, { login: subject, password: 'anything' });
      at = await this.go(new URL(action, at.address).href, form);
    }
    return at;
  }
}
