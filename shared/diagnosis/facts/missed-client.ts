import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { isAuthorizeRequest } from './authorize-request.ts';

const missesClient =
  /\b(?:missing|no|without|requires?|provide|specify|supply)\b[^.;:]{0,16}\bclient[ _-]?id\b|\bclient[ _-]?id\b[^.;:]{0,12}\b(?:is |was )?(?:missing|required|absent|not (?:provided|specified|set|sent|present|supplied|given|found in (?:the )?(?:request|headers?)))/i;

/**
 * The answer misses the id of the program that calls, at a resource: there no client proves who it is, its id is a field
 * beside the token of its user.
 */
export const missedClient = (facts: Facts): Said | undefined =>
  facts.tokenRequest ||
  isAuthorizeRequest(facts) ||
  facts.form.some(({ name }) => /^client_|^grant_?type$|assertion$/i.test(name))
    ? undefined
    : saidOf(facts, missesClient, /\b(?:invalid|incorrect|wrong|unknown|mismatch)\b/i);
