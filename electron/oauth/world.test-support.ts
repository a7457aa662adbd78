import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import type { TokenState } from '../../shared/workspace/profile.ts';
import {
  fakeTransport,
  memoryVault,
  route,
  settingsOf,
  type FakeAnswer,
  type Seen,
} from './fakes.test-support.ts';
import { createTokens } from './tokens.ts';
import type { How, LoginPrompt, TokenOutcome } from './tokens-types.ts';

export interface World {
  readonly answer?: (seen: Seen, nth: number) => FakeAnswer | Promise<FakeAnswer>;
  readonly settings?: Partial<OAuth2Settings>;
  readonly renew?: boolean;
  /** What the person's browser does with the address of the login. */
  readonly browse?: (url: URL) => void;
  /** What the person does with what the window shows. */
  readonly prompt?: (prompt: LoginPrompt) => void;
  readonly loginTimeoutMs?: number;
}

/** What a server of OpenID says of itself. */
export const metadataOf = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/jwks`,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
});

export const granted: FakeAnswer = { body: { access_token: 'at-1', token_type: 'Bearer', expires_in: 300 } };

interface Wish {
  readonly signal?: AbortSignal;
  readonly environmentId?: string;
  readonly profileId?: string;
  readonly change?: Partial<OAuth2Settings>;
}

/** An engine's tokens with a server, a browser and a clock of the test's own. */
export const world = ({
  answer = () => granted,
  settings,
  renew = true,
  browse,
  prompt,
  loginTimeoutMs,
}: World = {}) => {
  const vault = memoryVault();
  const clock = { nowMs: 1_000_000 };
  const changes: (readonly TokenState[])[] = [];
  const events: string[] = [];
  let nth = 0;
  const { transport, seen } = fakeTransport((asked) => answer(asked, (nth += 1)));
  const make = () =>
    createTokens({
      vault,
      transport,
      nowMs: () => clock.nowMs,
      openBrowser: async (url) => {
        browse?.(new URL(url));
        return browse !== undefined;
      },
      onChange: (states) => changes.push(states),
      userAgent: 'why401/1.0',
      ...(loginTimeoutMs === undefined ? {} : { loginTimeoutMs }),
    });
  let tokens = make();
  const obtain = (
    how: How = 'auto',
    { signal = new AbortController().signal, environmentId = '', profileId = 'p1', change = {} }: Wish = {},
  ): Promise<TokenOutcome> =>
    tokens.obtain({
      profile: { id: profileId, name: 'Acme prod', settings: settingsOf({ ...settings, ...change }), renew },
      environmentId,
      how,
      route,
      hooks: {
        signal,
        onExchange: ({ purpose }) => events.push(purpose),
        onLogin: (shown) => {
          const { opened, userCode, paste } = shown;
          events.push(
            ['login', opened, userCode, paste === undefined ? undefined : `paste ${paste}`]
              .filter((one) => one !== undefined)
              .join(' '),
          );
          prompt?.(shown);
        },
        onLoginDone: () => events.push('login-done'),
      },
    });
  return {
    vault,
    clock,
    seen,
    changes,
    events,
    obtain,
    tokens: () => tokens,
    restart: () => {
      tokens = make();
    },
  };
};

/** The token, or the code of why there is none. */
export const tokenIn = (outcome: TokenOutcome): string =>
  outcome.ok ? outcome.accessToken : outcome.stopped.code;
