import { stopped } from '../oauth-errors.ts';
import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

const tokenType = (name: string): string => `urn:ietf:params:oauth:token-type:${name}`;

/** RFC 8693 §2.1: a token for another one, for the subject itself or for an actor on its behalf. */
export const tokenExchange = async (context: GrantContext): Promise<TokenAnswer> => {
  const { settings } = context;
  const subject = settings.subjectToken.trim();
  const actor = settings.actorToken.trim();
  if (subject === '') {
    return {
      ok: false,
      stopped: stopped('no-subject-token', 'The profile holds no subject token; paste one.'),
    };
  }
  const own = {
    subject_token: subject,
    subject_token_type: tokenType(settings.subjectTokenType),
    ...(actor === '' ? {} : { actor_token: actor, actor_token_type: tokenType(settings.actorTokenType) }),
    ...(settings.requestedTokenType === ''
      ? {}
      : { requested_token_type: tokenType(settings.requestedTokenType) }),
  };
  return requestGrant(
    context,
    'urn:ietf:params:oauth:grant-type:token-exchange',
    tokenParameters(settings, own),
  );
};
