import { allowInsecureRequests, customFetch, introspectionRequest, revocationRequest } from 'oauth4webapi';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import type { EndpointName } from './authorization-server.ts';
import { clientAuthentication } from './client-authentication.ts';
import { clientOf, type GrantContext } from './grants/grant.ts';
import { refusal, stopped, thrown, withoutRequest } from './oauth-errors.ts';
import { transportFetch } from './transport-fetch.ts';
import type { Stopped } from './tokens-types.ts';

/** What a person asks an authorization server about a token (RFC 7662, RFC 7009, OpenID Connect Core §5.3). */
export type TokenQuestion = 'introspect' | 'revoke' | 'userinfo';

export type QuestionAnswer =
  /** `answer`: the members of the server's JSON object; none where it says nothing. */
  | { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly stopped: Stopped };

export const endpointOfQuestion = {
  introspect: 'introspection_endpoint',
  revoke: 'revocation_endpoint',
  userinfo: 'userinfo_endpoint',
} as const satisfies Record<TokenQuestion, EndpointName>;

const words = {
  introspect: 'the introspection endpoint',
  revoke: 'the revocation endpoint',
  userinfo: 'the userinfo endpoint',
} as const satisfies Record<TokenQuestion, string>;

export interface AskedToken {
  readonly token: string;
  readonly which: 'access' | 'refresh';
}

/** Asks; one exchange. Never throws for what the server does. */
export const askAboutToken = async (
  question: TokenQuestion,
  context: GrantContext,
  asked: AskedToken,
): Promise<QuestionAnswer> => {
  try {
    return await judged(question, await requested(question, context, asked));
  } catch (error) {
    return { ok: false, stopped: withoutRequest(thrown(error, words[question])) };
  }
};

const requested = (
  question: TokenQuestion,
  { settings, server: { metadata }, carrier, nowMs, prover }: GrantContext,
  { token, which }: AskedToken,
): Promise<Response> => {
  const client = clientOf(settings);
  const authentication = clientAuthentication(settings, nowMs);
  const options = {
    [customFetch]: transportFetch(carrier, 'token'),
    [allowInsecureRequests]: true,
    additionalParameters: { token_type_hint: `${which}_token` },
  };
  switch (question) {
    case 'introspect':
      return introspectionRequest(metadata, client, authentication, token, options);
    case 'revoke':
      return revocationRequest(metadata, client, authentication, token, options);
    case 'userinfo': {
      const url = metadata.userinfo_endpoint ?? '';
      const headers = {
        accept: 'application/json',
        ...(prover === undefined
          ? { authorization: `Bearer ${token}` }
          : { authorization: `DPoP ${token}`, dpop: prover.proof('GET', url, token) }),
      };
      return transportFetch(carrier, 'resource')(url, { method: 'GET', headers });
    }
    default:
      return question satisfies never;
  }
};

const judged = async (question: TokenQuestion, response: Response): Promise<QuestionAnswer> => {
  const no = (reason: Stopped): QuestionAnswer => ({ ok: false, stopped: withoutRequest(reason) });
  const body = parseJson(await response.text());
  if (response.status !== 200) {
    const error = isRecord(body) ? body['error'] : undefined;
    const description = isRecord(body) ? body['error_description'] : undefined;
    if (typeof error === 'string' && error !== '')
      return no(refusal(error, typeof description === 'string' ? description : undefined));
    return no(stopped('question-refused', `${capital(words[question])} answered ${response.status}.`));
  }
  if (isRecord(body)) return { ok: true, answer: body };
  if (question === 'revoke') return { ok: true, answer: {} };
  return no(
    stopped(
      'answer-malformed',
      `The answer of ${words[question]} is not a JSON object; look at it on the wire.`,
    ),
  );
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
