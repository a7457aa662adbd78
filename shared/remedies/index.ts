import { addCsrfToken } from './add-csrf-token.ts';
import { addField } from './add-field.ts';
import { answerNonce } from './answer-nonce.ts';
import { askForAudience } from './ask-for-audience.ts';
import { askForScope } from './ask-for-scope.ts';
import { authorizeAgain } from './authorize-again.ts';
import { chooseClientCertificate } from './choose-client-certificate.ts';
import { correctClient } from './correct-client.ts';
import { correctIssuer } from './correct-issuer.ts';
import { correctRedirectUri } from './correct-redirect-uri.ts';
import { correctSigningScope } from './correct-signing-scope.ts';
import { correctUrl } from './correct-url.ts';
import { dropCookie } from './drop-cookie.ts';
import { fetchToken } from './fetch-token.ts';
import { fillCredentials } from './fill-credentials.ts';
import { fillPlaceholder } from './fill-placeholder.ts';
import { logInByForm } from './log-in-by-form.ts';
import { moveCredential } from './move-credential.ts';
import { provePossession } from './prove-possession.ts';
import { reResolve } from './re-resolve.ts';
import { reencodeCredentials } from './reencode-credentials.ts';
import { refreshToken } from './refresh-token.ts';
import { removeCredential } from './remove-credential.ts';
import { repairHeader } from './repair-header.ts';
import { report } from './report.ts';
import { retry } from './retry.ts';
import { sendProxyCredentials } from './send-proxy-credentials.ts';
import { sendToRedirectTarget } from './send-to-redirect-target.ts';
import { sendWithoutCookies } from './send-without-cookies.ts';
import { stepUp } from './step-up.ts';
import { switchClientAuthentication } from './switch-client-authentication.ts';
import { switchScheme } from './switch-scheme.ts';
import { useFinalUrl } from './use-final-url.ts';
import { useServerClock } from './use-server-clock.ts';
import { waitAndRetry } from './wait-and-retry.ts';
import type { RemedyId } from './remedy-ids.ts';
import type { Plan, Remedy, Situation } from './remedy.ts';

const remedies = {
  'refresh-token': refreshToken,
  'fetch-token': fetchToken,
  'authorize-again': authorizeAgain,
  'ask-for-scope': askForScope,
  'ask-for-audience': askForAudience,
  'step-up': stepUp,
  'correct-issuer': correctIssuer,
  'correct-client': correctClient,
  'switch-client-authentication': switchClientAuthentication,
  'correct-redirect-uri': correctRedirectUri,
  'prove-possession': provePossession,
  'repair-header': repairHeader,
  'switch-scheme': switchScheme,
  'fill-placeholder': fillPlaceholder,
  'fill-credentials': fillCredentials,
  'reencode-credentials': reencodeCredentials,
  'move-credential': moveCredential,
  'remove-credential': removeCredential,
  'add-field': addField,
  'add-csrf-token': addCsrfToken,
  'answer-nonce': answerNonce,
  'use-server-clock': useServerClock,
  'correct-signing-scope': correctSigningScope,
  'choose-client-certificate': chooseClientCertificate,
  'log-in-by-form': logInByForm,
  'drop-cookie': dropCookie,
  'send-without-cookies': sendWithoutCookies,
  'send-to-redirect-target': sendToRedirectTarget,
  'use-final-url': useFinalUrl,
  'correct-url': correctUrl,
  're-resolve': reResolve,
  'send-proxy-credentials': sendProxyCredentials,
  'wait-and-retry': waitAndRetry,
  retry,
  report,
} satisfies Record<RemedyId, Remedy>;

/** What can be done about the finding, in the order in which it suggests it; what does not apply here is left out. */
export const planRemedies = (situation: Situation): readonly Plan[] =>
  offersOf(situation).flatMap((offer) => remedies[offer.id].plan(situation, offer) ?? []);

/** Whoever can do nothing else can still tell whoever runs the server. */
const offersOf = ({ finding }: Situation): Situation['finding']['remedies'] =>
  finding.remedies.some(({ id }) => id === 'report')
    ? finding.remedies
    : [...finding.remedies, { id: 'report' }];

export type { Plan, Situation } from './remedy.ts';
