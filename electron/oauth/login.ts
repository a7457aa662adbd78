import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import { asksForOpenId, reachesRedirect } from '../../shared/schemes/oauth2/settings.ts';
import { authorizationUrl } from './authorization-request.ts';
import type { GrantContext } from './grants/grant.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { pastedAnswer, type LoginAnswer } from './login-answer.ts';
import { withSoundIdToken } from './id-token.ts';
import { isLoopbackRedirect, listenForCallback, type LoopbackListener } from './loopback.ts';
import { stopped, thrown } from './oauth-errors.ts';
import { receivedFrom } from './received.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { Stopped, TokenHooks } from './tokens-types.ts';
import { wait } from './wait.ts';

export interface Browser {
  readonly open: (url: string) => Promise<boolean>;
  readonly timeoutMs: number;
}

/**
 * A login in the system browser, PKCE S256 and state always (RFC 6749 §4.1, 7636, 8252, 9207). Where the redirect leads
 * to this machine it is listened for; in every case the person may paste the address that the browser ended at.
 */
export const login = async (
  context: GrantContext,
  browser: Browser,
  hooks: TokenHooks,
): Promise<TokenAnswer> => {
  const no = (reason: Stopped): TokenAnswer => ({ ok: false, stopped: reason });
  const redirect = await redirectOf(context);
  if (!redirect.ok) return no(redirect.stopped);
  const { listener, redirectUri } = redirect;
  const { settings } = context;
  try {
    const state = generateRandomState();
    const nonce = generateRandomNonce();
    const verifier = generateRandomCodeVerifier();
    const challenge = await calculatePKCECodeChallenge(verifier);
    const url = await authorizationUrl(context, { redirectUri, state, challenge, nonce });
    const pasted = pastedAnswer(state);
    const waited = firstAnswer(listener, pasted.answer, state, browser.timeoutMs, hooks.signal);
    const opened = await browser.open(url).catch(() => false);
    hooks.onLogin?.({
      url,
      opened,
      paste: listener === undefined ? 'needed' : 'possible',
      accept: pasted.accept,
    });
    const answer = await waited;
    hooks.onLoginDone?.();
    const received = await receivedFrom(context, answer, {
      state,
      nonce,
      timeoutMs: browser.timeoutMs,
      signal: hooks.signal,
    });
    if (received.kind === 'over') return received.answer;
    const { code } = received;
    const token = await authorizationCode(context, { code, redirectUri, verifier });
    return await withSoundIdToken(context, token, { code, ...(asksForOpenId(settings) ? { nonce } : {}) });
  } catch (error) {
    return no(thrown(error, 'the endpoint for pushed authorization requests'));
  } finally {
    listener?.close();
  }
};

type Redirect =
  | { readonly ok: true; readonly redirectUri: string; readonly listener: LoopbackListener | undefined }
  | { readonly ok: false; readonly stopped: Stopped };

/** A server never sees a fragment, and no server of ours answers at another address than this machine's. */
const redirectOf = async ({ settings }: GrantContext): Promise<Redirect> => {
  const typed = settings.redirectUri.trim();
  if (reachesRedirect(settings) && isLoopbackRedirect(typed)) {
    const listening = await listenForCallback(typed);
    if (!listening.ok) return { ok: false, stopped: stopped(listening.code, listening.message) };
    return { ok: true, redirectUri: listening.listener.redirectUri, listener: listening.listener };
  }
  if (URL.canParse(typed)) return { ok: true, redirectUri: typed, listener: undefined };
  return {
    ok: false,
    stopped: stopped(
      'redirect-uri-unfit',
      `The redirect "${typed}" is not an address; write the one that the server knows, such as http://127.0.0.1/callback.`,
    ),
  };
};

/** The first that comes: the browser at the listener, a pasted address, the end of time, or of patience. */
const firstAnswer = async (
  listener: LoopbackListener | undefined,
  pasted: Promise<LoginAnswer>,
  state: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<LoginAnswer> => {
  const settled = new AbortController();
  const within = AbortSignal.any([signal, settled.signal]);
  const unheard = async (): Promise<LoginAnswer> =>
    (await wait(timeoutMs, within)) ? { kind: 'timeout', strangers: 0 } : { kind: 'cancelled' };
  try {
    return await Promise.race([pasted, listener?.wait(state, { signal: within, timeoutMs }) ?? unheard()]);
  } finally {
    settled.abort();
  }
};
