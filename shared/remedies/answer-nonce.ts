import { authParam } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { answering, credentialPlan } from './parts/credential-form.ts';
import { sentValue } from './parts/seen.ts';
import { usedAuth } from './parts/used-auth.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/**
 * Answers the challenge’s new nonce (RFC 7616 §3.3, RFC 9449 §8). A scheme of ours does so by itself when the request is
 * sent again; a response that was typed in can only be made anew with the password.
 */
export const answerNonce = defineRemedy({
  id: 'answer-nonce',
  plan(situation) {
    const sent = sentValue(situation, 'Authorization');
    const scheme = usedAuth(situation)?.scheme;
    const label = 'Answer with the new nonce and retry';
    if (scheme !== undefined) {
      return resend(situation, {
        id: 'answer-nonce',
        label,
        changes: [{ before: 'nonce: the one that is over', after: 'nonce: the one of the newest answer' }],
      });
    }
    const credentials = sent === undefined ? undefined : parseCredentials(sent);
    const ours = credentials && answering(credentials.scheme);
    if (credentials?.scheme !== 'digest' || ours === undefined) return undefined;
    return credentialPlan(
      situation,
      { id: 'answer-nonce', label, scheme: ours.id },
      { username: authParam(credentials, 'username') ?? '' },
    );
  },
});
