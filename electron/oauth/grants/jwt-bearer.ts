import { isRecord, parseJson } from '../../../shared/exchange/json.ts';
import { FlowStopped } from '../../../shared/schemes/scheme.ts';
import { thrown } from '../oauth-errors.ts';
import { assertionTimes, signedJwt } from '../signed-jwt.ts';
import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

/** RFC 7523 §2.1: an assertion in place of a grant, pasted or signed here. */
export const jwtBearer = async (context: GrantContext): Promise<TokenAnswer> => {
  try {
    const assertion = assertionOf(context);
    return await requestGrant(
      context,
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      tokenParameters(context.settings, { assertion }),
    );
  } catch (error) {
    return { ok: false, stopped: thrown(error, 'the signing of the assertion') };
  }
};

/** @throws FlowStopped where the claims or the key do not fit */
const assertionOf = ({ settings, server, nowMs }: GrantContext): string => {
  const pasted = settings.assertion.trim();
  if (pasted !== '') return pasted;
  const issuer = settings.assertionIssuer.trim() || settings.clientId;
  const claims = {
    ...assertionTimes(nowMs()),
    iss: issuer,
    sub: settings.assertionSubject.trim() || issuer,
    aud: settings.assertionAudience.trim() || server.metadata.issuer,
    ...furtherClaims(settings.assertionClaims),
  };
  return signedJwt(settings, {}, claims);
};

const furtherClaims = (typed: string): Readonly<Record<string, unknown>> => {
  if (typed.trim() === '') return {};
  const claims = parseJson(typed);
  if (isRecord(claims)) return claims;
  throw new FlowStopped(
    'claims-unfit',
    'The further claims are not a JSON object; write { "name": "value" }.',
  );
};
