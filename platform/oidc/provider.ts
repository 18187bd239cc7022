import * as oidc from 'openid-client';
import { done, refuse, type Result } from '../result.ts';

export type ProviderSettings = {
  /** As the provider's discovery document says it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the browser comes back to. */
  readonly redirectUri: string;
};

/** What the browser keeps, sealed, between leaving and coming back. */
export type Leaving = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Provider = {
  readonly begin: () => Promise<Result<{ address: URL; leaving: Leaving }, 'sso.unreachable'>>;
  readonly finish: (
    search: string,
    leaving: Leaving,
  ) => Promise<Result<{ issuer: string; subject: string }, 'sso.unreachable' | 'sso.failed'>>;
};

const timeoutSeconds = 10;

/**
 * Opens a provider of single sign-on (OpenID Connect): authorization code with PKCE, state and nonce.
 *
 * The provider is asked for its addresses when somebody first signs in, and again after it could not be reached, so that
 * it may be down when the server starts. Unencrypted http is allowed for this machine only.
 *
 * @source OpenID Connect Core 1.0, 3.1; RFC 7636; RFC 9700, 2.1
 */
export function openProvider(settings: ProviderSettings): Provider {
  let known: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    known ??= oidc
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        timeout: timeoutSeconds,
        ...(isThisMachine(settings.issuer) ? { execute: [oidc.allowInsecureRequests] } : {}),
      })
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return known;
  };
  const reach = async (): Promise<Result<oidc.Configuration, 'sso.unreachable'>> => {
    try {
      return done(await discover());
    } catch {
      return refuse('sso.unreachable');
    }
  };

  return {
    begin: async () => {
      const provider = await reach();
      if (!provider.ok) return provider;
      const leaving = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(provider.value, {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        state: leaving.state,
        nonce: leaving.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(leaving.verifier),
        code_challenge_method: 'S256',
      });
      return done({ address, leaving });
    },

    finish: async (search, leaving) => {
      const provider = await reach();
      if (!provider.ok) return provider;
      try {
        const tokens = await oidc.authorizationCodeGrant(provider.value, new URL(search, settings.redirectUri), {
          pkceCodeVerifier: leaving.verifier,
          expectedState: leaving.state,
          expectedNonce: leaving.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims ? done({ issuer: claims.iss, subject: claims.sub }) : refuse('sso.failed');
      } catch {
        return refuse('sso.failed');
      }
    },
  };
}

const isThisMachine = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
