import { oauth2SettingsSchema, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import type { AccessToken } from '../../shared/schemes/scheme.ts';
import { createFlights } from './flights.ts';
import type { EndpointName } from './authorization-server.ts';
import { discovered } from './discover.ts';
import { checkSignature } from './signature-check.ts';
import { deviceCode } from './grants/device-code.ts';
import type { GrantContext } from './grants/grant.ts';
import { fetchByGrant } from './grants/index.ts';
import { refresh } from './grants/refresh-token.ts';
import { login } from './login.ts';
import { aborted, stopped, withoutRequest } from './oauth-errors.ts';
import { choose } from './choose.ts';
import { createDpopKeys, createDpopProver } from './dpop-prover.ts';
import { askAboutToken, endpointOfQuestion, type QuestionAnswer } from './token-questions.ts';
import { selfConfiguration } from './self-configuration.ts';
import { createServerFinder } from './server-of.ts';
import type { Granted, TokenAnswer } from './token-answer.ts';
import { createTokenStore, expiryOf, tokenOf, type StoredToken, type TokenKey } from './token-store.ts';
import type { Carrier } from './transport-fetch.ts';
import type {
  QuestionRequest,
  Stopped,
  TokenHooks,
  TokenOutcome,
  TokenRequest,
  Tokens,
  TokensOptions,
} from './tokens-types.ts';

const fiveMinutesMs = 300_000;

/** Access tokens by profile and environment, kept in the vault; see `Tokens`. */
export const createTokens = (options: TokensOptions): Tokens => {
  const { vault, transport, nowMs, openBrowser, onChange } = options;
  const store = createTokenStore(vault);
  const servers = createServerFinder(nowMs);
  const keys = createDpopKeys(vault);
  const nonces = new Map<string, string>();
  const flights = createFlights<TokenOutcome>();
  const userAgent = options.userAgent ?? 'why401';
  const browser = { open: openBrowser, timeoutMs: options.loginTimeoutMs ?? fiveMinutesMs };

  const changed = async (): Promise<void> => onChange?.(await store.states());

  const keep = async (
    key: TokenKey,
    settings: OAuth2Settings,
    granted: Granted,
    before: StoredToken | undefined,
  ) => {
    const now = nowMs();
    const expiresAtMs = expiryOf(granted.accessToken, granted.expiresIn, now);
    // A refresh that brings no new refresh token leaves the old one good (RFC 6749 §6); so it is with the ID token.
    const refreshToken = granted.refreshToken ?? before?.refreshToken;
    const idToken = granted.idToken ?? before?.idToken;
    const scope = granted.scope ?? before?.scope ?? (settings.scope.trim() || undefined);
    const stored: StoredToken = {
      version: 1,
      accessToken: granted.accessToken,
      tokenType: granted.tokenType,
      obtainedAtMs: now,
      ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      ...(refreshToken === undefined ? {} : { refreshToken }),
      ...(idToken === undefined ? {} : { idToken }),
      ...(scope === undefined ? {} : { scope }),
      ...(settings.grant === 'refresh-token' ? { descendsFrom: settings.refreshToken } : {}),
    };
    await store.write(key, stored);
    await changed();
    return stored;
  };

  /**
   * A refresh was refused. If another host has renewed meanwhile, on the same vault, its token is the answer; otherwise the
   * refresh token is remembered as refused, so that it is not offered again by itself.
   */
  const afterRefusal = async (
    key: TokenKey,
    before: StoredToken | undefined,
    refused: string,
  ): Promise<StoredToken | undefined> => {
    const now = await store.read(key);
    if (now !== undefined && now.accessToken !== before?.accessToken) return now;
    if (now !== undefined) await store.write(key, { ...now, refused });
    return undefined;
  };

  const run = async ({ profile, environmentId, how, route, hooks }: TokenRequest): Promise<TokenOutcome> => {
    const key: TokenKey = { profileId: profile.id, environmentId };
    const checked = oauth2SettingsSchema.safeParse(profile.settings);
    if (!checked.success) {
      return no(unfit(profile.name));
    }
    const settings = checked.data;
    const stored = await store.read(key);
    const choice = choose({ settings, stored, how, renew: profile.renew, nowMs: nowMs() });
    if (choice.kind === 'use') return outcomeOf(key, choice.stored);
    if (choice.kind === 'stop') return no(choice.stopped);
    if (settings.clientId.trim() === '' && settings.grant !== 'jwt-bearer') {
      return no(stopped('no-client-id', `${profile.name} has no client ID; fill it in.`));
    }

    const carrier = carrierOf(route, hooks);
    const found = await servers.find(settings, endpointsFor(choice.kind, settings), carrier);
    if (!found.ok) return no(found.stopped);
    const binds = settings.dpop || (choice.kind === 'refresh' && stored?.tokenType === 'dpop');
    const context = await contextOf(profile.id, { settings, server: found.server, carrier, nowMs }, binds);
    const answer = await ask(choice, context, hooks);
    if (!answer.ok) {
      if (choice.kind === 'refresh' && answer.stopped.code === 'invalid_grant') {
        const renewed = await afterRefusal(key, stored, choice.refreshToken);
        if (renewed !== undefined) return outcomeOf(key, renewed);
      }
      return no(answer.stopped);
    }
    const before = choice.kind === 'refresh' ? withRefreshToken(stored, choice.refreshToken) : undefined;
    return outcomeOf(key, await keep(key, settings, answer.granted, before));
  };

  /** With what proves the key of the profile, where a token is bound to it. */
  const contextOf = async (profileId: string, bare: GrantContext, binds: boolean): Promise<GrantContext> => {
    if (!binds) return bare;
    const { metadata } = bare.server;
    const { origin } = new URL(metadata.token_endpoint ?? metadata.issuer);
    return { ...bare, prover: createDpopProver(await keys.of(profileId), nonces, origin, nowMs) };
  };

  const question = async (request: QuestionRequest): Promise<QuestionAnswer> => {
    const { profile, environmentId, which, route, hooks } = request;
    const checked = oauth2SettingsSchema.safeParse(profile.settings);
    if (!checked.success) return { ok: false, stopped: withoutRequest(unfit(profile.name)) };
    const settings = checked.data;
    const stored = await store.read({ profileId: profile.id, environmentId });
    const token = stored && tokenOf(stored, which);
    if (stored === undefined || token === undefined) {
      const gone = stopped('no-token', 'There is no such token any more.');
      return { ok: false, stopped: withoutRequest(gone) };
    }
    const carrier = carrierOf(route, hooks);
    const found = await servers.find(settings, [endpointOfQuestion[request.question]], carrier);
    if (!found.ok) return { ok: false, stopped: withoutRequest(found.stopped) };
    const binds = stored.tokenType === 'dpop';
    const context = await contextOf(profile.id, { settings, server: found.server, carrier, nowMs }, binds);
    return askAboutToken(request.question, context, { token, which });
  };

  const accessTokenOf = async (
    { profileId }: TokenKey,
    { accessToken, tokenType }: StoredToken,
  ): Promise<AccessToken> => {
    const dpop = tokenType === 'dpop' ? await keys.known(profileId) : undefined;
    return { accessToken, tokenType, ...(dpop === undefined ? {} : { dpop }) };
  };

  const outcomeOf = async (key: TokenKey, stored: StoredToken): Promise<TokenOutcome> => ({
    ok: true,
    ...(await accessTokenOf(key, stored)),
  });

  const ask = (
    choice: Exclude<ReturnType<typeof choose>, { kind: 'use' | 'stop' }>,
    context: GrantContext,
    hooks: TokenHooks,
  ): Promise<TokenAnswer> => {
    switch (choice.kind) {
      case 'fetch':
        return fetchByGrant(context);
      case 'refresh':
        return refresh(context, choice.refreshToken);
      case 'login':
        return context.settings.grant === 'device-code'
          ? deviceCode(context, openBrowser, hooks)
          : login(context, browser, hooks);
      default:
        return choice satisfies never;
    }
  };

  const carrierOf = (route: Carrier['route'], hooks: Pick<TokenHooks, 'signal' | 'onExchange'>): Carrier => ({
    transport,
    route,
    signal: hooks.signal,
    userAgent,
    onExchange: (exchange) => hooks.onExchange?.(exchange),
  });

  return {
    obtain: (request) =>
      flights.join(
        JSON.stringify([request.profile.id, request.environmentId]),
        () => run(request),
        request.hooks.signal,
        { aborted: () => no(aborted(request.hooks.signal)), isAborted },
      ),
    ask: question,
    states: (environmentId) => store.states(environmentId),
    async current(profileId, environmentId) {
      const key = { profileId, environmentId };
      const stored = await store.read(key);
      return stored && accessTokenOf(key, stored);
    },
    async reveal(profileId, environmentId, which) {
      const stored = await store.read({ profileId, environmentId });
      return stored === undefined ? undefined : tokenOf(stored, which);
    },
    async forget(profileId, environmentId) {
      await store.forget(profileId, environmentId);
      // With the profile goes its key; what a login brings next in one environment is bound to the same key.
      if (environmentId === undefined) await keys.forget(profileId);
      await changed();
    },
    configure: (pointer, { route, hooks }) => selfConfiguration(pointer, carrierOf(route, hooks)),
    checkSignature: ({ token, route, signal }) => checkSignature(token, carrierOf(route, { signal })),
    discover: ({ issuer, route, signal, allowHttp = false }) =>
      discovered(issuer, (onExchange) => carrierOf(route, { signal, onExchange }), allowHttp),
  };
};

const endpointsFor = (
  kind: 'fetch' | 'refresh' | 'login',
  { grant, pushed }: OAuth2Settings,
): readonly EndpointName[] => {
  if (kind !== 'login') return ['token_endpoint'];
  if (grant === 'device-code') return ['token_endpoint', 'device_authorization_endpoint'];
  return [
    ...(grant === 'implicit' ? [] : (['token_endpoint'] as const)),
    'authorization_endpoint',
    ...(pushed ? (['pushed_authorization_request_endpoint'] as const) : []),
  ];
};

const unfit = (name: string): Stopped =>
  stopped('settings-unfit', `The settings of ${name} do not fit OAuth 2.0; open them and check.`);

const no = (reason: Extract<TokenOutcome, { ok: false }>['stopped']): TokenOutcome => ({
  ok: false,
  stopped: reason,
});

/** Whoever began it gave up or ran out of time, which says nothing to those who wait. */
const isAborted = (outcome: TokenOutcome): boolean =>
  !outcome.ok && (outcome.stopped.code === 'cancelled' || outcome.stopped.code === 'timeout');

/** What stays good if the answer to a refresh does not replace it. */
const withRefreshToken = (stored: StoredToken | undefined, refreshToken: string): StoredToken => ({
  ...(stored ?? { version: 1, accessToken: '', tokenType: '', obtainedAtMs: 0 }),
  refreshToken,
});
