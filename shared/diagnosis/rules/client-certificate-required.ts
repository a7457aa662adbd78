import type { Facts } from '../facts.ts';
import { statusPlace } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, SUGGESTED } from '../weights.ts';

const alert =
  /certificate[ _]required|alert (?:number )?(?:116|42|40|46|48)\b|handshake failure|bad[ _]certificate|SSLV3_ALERT|tlsv1[^ ]* alert|certificate[ _]unknown|access denied/i;

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

/** Mutual TLS is required and no acceptable certificate was presented (RFC 8446 §4.4.2, RFC 8705). */
export const clientCertificateRequired = defineRule({
  cause: 'client-certificate-required',
  references: ['RFC 8446 §4.4.2.4', 'RFC 8705 §2'],
  phrases: [
    {
      says: /(?:no|missing|required|invalid|requires?|need|provide|present|without|untrusted|valid)[^.;]{0,24}\b(?:ssl|tls|client|x\.?509)[ -](?:client )?certificate|client[ -]certificate[^.;]{0,40}(?:required|missing|not (?:provided|presented|sent|found)|invalid|fail|expired|verif|rejected)|SSL certificate (?:error|was not sent|was sent)|the SSL certificate error|mutual[ -]tls|\bmtls\b|403\.7|403\.16|certificate (?:is )?required|requires? a certificate|client cert\b|certificate authentication|post-handshake authentication/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const tls =
      facts.failure !== undefined && facts.failure.code === 'tls' && alert.test(facts.failure.detail);
    const status = facts.status === 495 || facts.status === 496;
    return support(
      [
        ...heard,
        tls &&
          weigh(
            /required|116/i.test(facts.failure?.detail ?? '') ? PROVEN : SUGGESTED,
            `The TLS handshake ended with: ${(facts.failure?.detail ?? '').slice(0, 80)}`,
            { in: 'connection', exchange: facts.index },
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
        title: `${facts.url?.host ?? 'The server'} wants a client certificate${heard.length > 0 || tls || status ? '; none that it accepts was presented' : ', probably'}`,
        explanation:
          'The server identifies its clients during the TLS handshake (mutual TLS). A token in the request does not replace the certificate: the request is refused before it is read. Add certificate and key, of the authority that this server trusts, to the settings of the connection.',
        remedies: [{ id: 'choose-client-certificate' }, { id: 'report' }],
      },
    );
  },
});
