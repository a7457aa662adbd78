import { fillCredentials, switchScheme } from './credential-remedies.ts';
import { fillPlaceholder, reencodeCredentials, repairHeader } from './header-remedies.ts';
import { report, retry, waitAndRetry } from './plain-remedies.ts';
import { sendProxyCredentials } from './proxy-remedies.ts';
import { sendToRedirectTarget, useFinalUrl } from './redirect-remedies.ts';
import type { RemedyId } from './remedy-ids.ts';
import type { Plan, Remedy, Situation } from './remedy.ts';
import { authorizeAgain, fetchToken, refreshToken } from './token-remedies.ts';

const remedies = {
  'refresh-token': refreshToken,
  'fetch-token': fetchToken,
  'authorize-again': authorizeAgain,
  'repair-header': repairHeader,
  'switch-scheme': switchScheme,
  'fill-placeholder': fillPlaceholder,
  'fill-credentials': fillCredentials,
  'reencode-credentials': reencodeCredentials,
  'send-to-redirect-target': sendToRedirectTarget,
  'use-final-url': useFinalUrl,
  'send-proxy-credentials': sendProxyCredentials,
  'wait-and-retry': waitAndRetry,
  retry,
  report,
} satisfies Record<RemedyId, Remedy>;

/** What can be done about the finding, in the order in which it suggests it; what does not apply here is left out. */
export const planRemedies = (situation: Situation): readonly Plan[] =>
  situation.finding.remedies.flatMap((offer) => remedies[offer.id].plan(situation, offer) ?? []);

export type { Plan, Situation } from './remedy.ts';
