import type { Facts } from '../facts.ts';

/** Alerts, and the names that TLS libraries have for them, by which a server refuses what the client showed (RFC 8446 §6.2). */
const ofCertificate =
  /certificate[ _]?required|alert (?:number )?(?:116|4[2-68])\b|alert certificate (?:expired|revoked)|bad[ _]certificate|unknown[ _]ca\b|certificate[ _]unknown|unknown certificate(?: authority)?|BAD_SSL_CLIENT_AUTH_CERT|client didn['’]t provide a certificate|no client certificate|client certificate/i;

/** Says that the two sides found no way, of which a missing certificate is one. */
const ofHandshake =
  /handshake[ _]failure|alert (?:number )?40\b|SSLV3_ALERT|tlsv1[^ ]* alert|alert access[ _]denied|fatal SSL\/TLS alert is received/i;

export interface TlsRefusal {
  readonly detail: string;
  /** The alert speaks of the client's certificate and of nothing else. */
  readonly ofCertificate: boolean;
}

/** The server's refusal during the handshake; absent where the client refused, or nothing did. */
export const tlsRefusal = ({ failure }: Facts): TlsRefusal | undefined => {
  if (failure?.code !== 'tls') return undefined;
  const told = `${failure.detail} ${failure.message}`;
  const named = ofCertificate.test(told);
  return named || ofHandshake.test(told) ? { detail: failure.detail, ofCertificate: named } : undefined;
};
