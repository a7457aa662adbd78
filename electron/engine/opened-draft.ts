import { statSync } from 'node:fs';
import { compose, type Composed } from '../../shared/compose/compose.ts';
import type { SentField } from '../../shared/exchange/exchange.ts';
import { fieldNamed } from '../../shared/exchange/fields.ts';
import { generatedVariables, type GeneratorSource } from '../../shared/compose/generators.ts';
import { fillSettings, type Variables } from '../../shared/compose/variables.ts';
import type { OpenSettings, Scheme } from '../../shared/schemes/scheme.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { TokenRequest } from '../oauth/tokens-types.ts';
import type { Route } from '../net/transport-types.ts';
import { EngineError } from '../errors.ts';
import { hopCookies } from '../cookies/hop-cookies.ts';
import type { HopCookies } from '../net/execute.ts';
import { chosenAuth } from './chosen-auth.ts';
import { jarKey, type EngineContext } from './context.ts';
import { routeOf } from './route.ts';
import { freshSource, variablesOf } from './variables.ts';

/** A draft with its profile, variables and secrets put in: ready to be sent, previewed or exported. */
export interface OpenedDraft {
  readonly composed: Extract<Composed, { ok: true }>;
  readonly route: Route;
  readonly trustedOrigins: readonly string[];
  /** Whose token it is, where the scheme asks for one. */
  readonly tokenOwner: TokenRequest['profile'] | undefined;
  /** Whose nonces are remembered: those of the profile, the folder or the request, in this environment. */
  readonly memoryOwner: string;
  /** Name of the auth profile, where the request uses one. */
  readonly profile: Profile | undefined;
  readonly scheme: Scheme | undefined;
  /** Settings of the scheme with variables filled in. */
  readonly settings: OpenSettings;
  /** What was put in, so that what else is filled for this attempt says the same. */
  readonly variables: Variables;
  readonly cookies: HopCookies;
  /** Added to this computer's clock where a time is signed. */
  readonly clockOffsetMs: number;
}

export type Opening =
  | { readonly ok: true; readonly opened: OpenedDraft }
  | { readonly ok: false; readonly message: string; readonly unresolved: readonly string[] };

const fileSize = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : undefined;
};

/** The field that the jar would add to a request before anybody signs it. */
const jarCookies = async (bare: Composed, cookies: HopCookies): Promise<SentField | undefined> =>
  bare.ok ? fieldNamed((await cookies.before(bare.request, [])).fields, 'Cookie') : undefined;

/**
 * @param boundary of a multipart body; random where the request will be sent.
 * @param source of the generators' values, by the clock of this computer; its time is set by the request's own offset.
 */
export const openDraft = async (
  context: EngineContext,
  draft: Draft,
  environmentId: string,
  boundary: string,
  source: GeneratorSource = freshSource(context.nowMs()),
): Promise<Opening> => {
  const no = (message: string, unresolved: readonly string[] = []): Opening => ({
    ok: false,
    message,
    unresolved,
  });
  const clockOffsetMs = draft.settings.clockOffsetMs ?? 0;
  const generated = generatedVariables({ ...source, nowMs: source.nowMs + clockOffsetMs });
  const variables = variablesOf(context, environmentId, draft, generated);
  const auth = await chosenAuth(context, draft);
  if (typeof auth === 'string') return no(auth);
  const ofAuth = variablesOf(context, environmentId, auth?.scope, generated);
  const input = { draft, variables, fileSize, boundary, userAgent: context.userAgent };
  const cookies = hopCookies(context.cookies, jarKey(context, environmentId), {
    send: draft.settings.cookies && !draft.fieldsOff.includes('cookie'),
    keep: draft.settings.cookies,
  });
  const composed =
    auth === undefined
      ? compose(input)
      : compose({
          ...input,
          settings: { scheme: auth.scheme, settings: auth.settings, note: auth.note, variables: ofAuth },
          jarCookies: auth.scheme.coversFields && (await jarCookies(compose(input), cookies)),
        });
  if (!composed.ok) return no(composed.message, composed.unresolved);
  let route: Route;
  try {
    route = await routeOf(context, draft.settings, variables, composed.request.url);
  } catch (error) {
    if (error instanceof EngineError) return no(error.message, composed.unresolved);
    throw error;
  }
  const settings =
    auth === undefined ? {} : { ...auth.scheme.initial, ...fillSettings(auth.settings, ofAuth).value };
  return {
    ok: true,
    opened: {
      composed,
      route,
      trustedOrigins: [...draft.settings.trustedOrigins, ...(auth?.profile?.trustedOrigins ?? [])],
      tokenOwner:
        auth === undefined
          ? undefined
          : { id: auth.owner.id, name: auth.owner.name, renew: auth.owner.renew, settings },
      memoryOwner: JSON.stringify([auth?.owner.id ?? draft.id, environmentId]),
      profile: auth?.profile,
      scheme: auth?.scheme,
      settings,
      variables,
      cookies,
      clockOffsetMs,
    },
  };
};
