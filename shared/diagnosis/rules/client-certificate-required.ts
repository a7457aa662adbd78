import type { Facts } from '../facts.ts';
import { anyOf } from '../any-of.ts';
import { tlsRefusal } from '../facts/tls-alert.ts';
import { responseFieldPlace, responseValue, statusPlace } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** nginx and its kin refuse a missing certificate with a bare 400 when their error page is replaced. */
const bareBadRequest = (facts: Facts): boolean => {
  const { request } = facts.exchange;
  return (
    facts.status === 400 &&
    facts.url?.protocol === 'https:' &&
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.body.kind === 'none' &&
    facts.url.search === '' &&
    facts.cookies.length === 0 &&
    facts.body.kind === 'html' &&
    /^400 Bad Request(?: 400 Bad Request)? (?:nginx|openresty|tengine)[\w./() -]*$/i.test(facts.body.words)
  );
};

/** The server could not verify whom it asked itself. */
const ofServersOwn =
  /signed by unknown authority|PKIX path|local issuer certificate|self[- ]signed certificate|certificate verify failed|discover\w* (?:oidc|openid)|accessing discovery/i;

/** Fields by which a terminating proxy hands on what became of the client's certificate. */
const verifyFields: readonly string[] = ['X-SSL-Client-Verify', 'SSL-Client-Verify', 'X-Client-Verify'];
const unverified = /^(?:NONE|FAILED)/i;

/** Mutual TLS is required and no acceptable certificate was presented (RFC 8446 §4.4.2, RFC 8705). */
export const clientCertificateRequired = defineRule({
  cause: 'client-certificate-required',
  references: ['RFC 8446 §4.4.2.4', 'RFC 8705 §2'],
  explains: [
    'credentials-missing',
    'blocked-by-intermediary',
    'server-misconfigured',
    'client-authentication-failed',
  ],
  phrases: [
    {
      says: anyOf({
        'No required TLS certificate was sent':
          /(?:no|missing|required|invalid|requires?|need|provide|present|without|untrusted|valid)[^.;]{0,24}\b(?:ssl|tls|client|x\.?509)[ -](?:client )?certificate/i,
        'client-certificate-required':
          /client[ -]certificate[^.;]{0,40}(?:required|missing|not (?:provided|presented|sent|found)|invalid|fail|expired|verif|rejected)/i,
        'SSL Certificate Error': /SSL certificate (?:error|was not sent|was sent)/i,
        '400 The SSL certificate error': /the SSL certificate error/i,
        'mutual tls': /mutual[ -]tls/i,
        'mTLS client certificate is required': /\bmtls\b/i,
        '403.7 - Client certificate required': /403\.7/i,
        '403.16': /403\.16/i,
        'certificate is required': /certificate (?:is )?required/i,
        'require a certificate': /requires? a certificate/i,
        'client cert': /client cert\b/i,
        'certificate authentication': /certificate authentication/i,
        'Post-Handshake Authentication': /post-handshake authentication/i,
        'Source Certificate Missing or Expired':
          /(?:source|sender|requester|partner|transport|peer|pki|smart ?card|qwac|eidas) certificate[^.;]{0,40}(?:not (?:found|present|provided|sent)|missing|required|invalid|expired)/i,
        'TLS client authentication required':
          /(?:tls|ssl|mutual) (?:client )?auth(?:entication)?[^.;]{0,16}(?:required|failed|missing|needed)/i,
        CERTIFICATE_MISSING: /CERTIFICATE_(?:MISSING|INVALID|BLOCKED|EXPIRED)\b/i,
      }),
      unless:
        /(?:fetch|get|load|retriev|obtain)\w* (?:the |remote )?(?:keys|jwks?|key ?set|metadata|configuration)/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const tls = tlsRefusal(facts);
    const verified = verifyFields.find((name) => unverified.test(responseValue(facts, name) ?? ''));
    const status = facts.status === 495 || facts.status === 496;
    if (ofServersOwn.test(facts.said) && !/client/i.test(facts.said)) return undefined;
    return support(
      [
        ...heard,
        tls !== undefined &&
          weigh(
            /required|116|provide/i.test(tls.detail) ? PROVEN : tls.ofCertificate ? TOLD : SUGGESTED,
            `The TLS handshake ended with: ${tls.detail.slice(0, 80)}`,
            { in: 'connection', exchange: facts.index },
          ),
        heard.length > 0 &&
          facts.tokenRequest &&
          weigh(SUGGESTED, 'The client is to be known by its certificate (RFC 8705 §2)', statusPlace(facts)),
        verified !== undefined &&
          weigh(
            STATED,
            `${verified} is ${responseValue(facts, verified)}: no certificate was verified`,
            responseFieldPlace(facts, verified),
          ),
        status &&
          weigh(
            PROVEN,
            `The status is ${facts.status}, nginx’s own for a client certificate`,
            statusPlace(facts),
          ),
        bareBadRequest(facts) &&
          weigh(
            SUGGESTED,
            'A plain GET over TLS is answered 400 by the web server itself',
            statusPlace(facts),
          ),
      ],
      {
        title: `${facts.url?.host ?? 'The server'} wants a client certificate${heard.length > 0 || tls !== undefined || verified !== undefined || status ? '; none that it accepts was presented' : ', probably'}`,
        explanation:
          'The server identifies its clients during the TLS handshake (mutual TLS). A token in the request does not replace the certificate: the request is refused before it is read. Add certificate and key, of the authority that this server trusts, to the settings of the connection.',
        remedies: [{ id: 'choose-client-certificate' }, { id: 'report' }],
      },
    );
  },
});
