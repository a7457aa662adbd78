import type { Cause } from '../causes.ts';

/** What the handbook (docs/causes.md) says of a cause in a line each. Words may hold Markdown. */
export interface Told {
  readonly group: Group;
  /** One clause: what is wrong. */
  readonly meaning: string;
  /** One clause: by what it is seen. */
  readonly shownBy: string;
}

export const groups = [
  'Nothing usable was sent',
  'Read and refused',
  'The token',
  'Signatures and challenges',
  'Getting the token',
  'Session and cookies',
  'Known, not allowed',
  'In between',
  'The server',
] as const;
export type Group = (typeof groups)[number];

export const told = {
  'credentials-missing': {
    group: 'Nothing usable was sent',
    meaning: 'no credential of any kind that is asked for',
    shownBy: 'no Authorization, key or session cookie; the challenge says what is wanted',
  },
  'placeholder-unresolved': {
    group: 'Nothing usable was sent',
    meaning: 'a template variable or a sample stands where the credential belongs',
    shownBy: '`{{token}}`, `${TOKEN}`, `<token>`, `YOUR_API_KEY`, `undefined`, nothing after the scheme',
  },
  'header-malformed': {
    group: 'Nothing usable was sent',
    meaning: 'the field does not follow its grammar',
    shownBy:
      'no scheme, a doubled one, quotes or spaces or line breaks inside, Basic that is not Base64 or has no colon',
  },
  'charset-mismatch': {
    group: 'Nothing usable was sent',
    meaning: 'user name or password in another charset than the server reads',
    shownBy: 'UTF-8 against Latin-1, `charset="UTF-8"` in the challenge',
  },
  'credentials-in-wrong-place': {
    group: 'Nothing usable was sent',
    meaning: 'the right credential in the wrong field',
    shownBy: 'the server names a field, parameter or cookie that is absent',
  },
  'credentials-conflict': {
    group: 'Nothing usable was sent',
    meaning: 'two credentials, one hiding the other',
    shownBy: 'Authorization beside a presigned query',
  },
  'scheme-mismatch': {
    group: 'Nothing usable was sent',
    meaning: 'one scheme sent, another taken',
    shownBy: 'Basic sent, Bearer challenged',
  },
  'integrated-auth-required': {
    group: 'Nothing usable was sent',
    meaning: 'only Negotiate, Kerberos or NTLM are taken',
    shownBy: 'those challenges alone',
  },
  'client-certificate-required': {
    group: 'Nothing usable was sent',
    meaning: 'no acceptable certificate in mutual TLS',
    shownBy: 'a TLS alert; 400, 495, 496 of nginx',
  },
  'required-header-missing': {
    group: 'Nothing usable was sent',
    meaning: 'something else that authentication needs is absent',
    shownBy: 'tenant, API version, subscription key, date',
  },
  'csrf-token-missing': {
    group: 'Nothing usable was sent',
    meaning: 'the session is good, the anti-forgery token is not',
    shownBy: 'crumb, XSRF',
  },
  'credentials-rejected': {
    group: 'Read and refused',
    meaning: 'well-formed, unknown to the server',
    shownBy: '"invalid credentials", "invalid API key"',
  },
  'account-unusable': {
    group: 'Read and refused',
    meaning: 'locked, disabled, unverified, password to be changed',
    shownBy: "the provider's words or code",
  },
  'mfa-required': {
    group: 'Read and refused',
    meaning: 'a further factor or a stronger login',
    shownBy: 'one-time-code fields, RFC 9470, claims challenge',
  },
  'auth-method-retired': {
    group: 'Read and refused',
    meaning: 'this kind of credential is no longer taken',
    shownBy: '"password authentication was removed"',
  },
  'token-expired': {
    group: 'The token',
    meaning: 'its lifetime is over',
    shownBy: "`exp` before the server's clock",
  },
  'token-not-yet-valid': {
    group: 'The token',
    meaning: '`nbf` or `iat` ahead although the clocks agree',
    shownBy: 'those claims against Date',
  },
  'token-revoked': {
    group: 'The token',
    meaning: 'withdrawn before its time',
    shownBy: '"revoked", "inactive"',
  },
  'token-malformed': {
    group: 'The token',
    meaning: 'not of the form that is parsed',
    shownBy: 'segments, truncation, opaque where a JWT is wanted',
  },
  'token-signature-invalid': {
    group: 'The token',
    meaning: 'signature, key or algorithm refused',
    shownBy: '"invalid signature", unknown `kid`',
  },
  'token-audience-mismatch': { group: 'The token', meaning: 'meant for another API', shownBy: '`aud`' },
  'token-issuer-mismatch': {
    group: 'The token',
    meaning: 'from another issuer, tenant or environment',
    shownBy: '`iss`',
  },
  'token-type-wrong': {
    group: 'The token',
    meaning: "an ID or refresh token in an access token's place",
    shownBy: '`typ`, `token_use`, `at_hash`',
  },
  'token-rejected': {
    group: 'The token',
    meaning: 'refused, and nothing says why',
    shownBy: 'a bare `invalid_token`',
  },
  'scope-insufficient': {
    group: 'The token',
    meaning: 'valid, without the scope that is needed',
    shownBy: '`insufficient_scope`',
  },
  'sender-constraint-failed': {
    group: 'The token',
    meaning: 'a bound token without a valid proof, or a nonce is wanted',
    shownBy: '`invalid_dpop_proof`, `use_dpop_nonce`, `cnf`',
  },
  'signature-mismatch': {
    group: 'Signatures and challenges',
    meaning: "the request's signature is another one",
    shownBy: '`SignatureDoesNotMatch`',
  },
  'signing-scope-wrong': {
    group: 'Signatures and challenges',
    meaning: 'signed for another region, service, date or host',
    shownBy: 'the one that the server names',
  },
  'clock-skew': {
    group: 'Signatures and challenges',
    meaning: "the client's clock, or its unit, is too far off",
    shownBy: "Date against the request's time",
  },
  'nonce-stale': {
    group: 'Signatures and challenges',
    meaning: 'the nonce is over; a new one is there',
    shownBy: '`stale=true`',
  },
  'digest-response-mismatch': {
    group: 'Signatures and challenges',
    meaning: 'Digest computed over something else',
    shownBy: 'the challenge again with `stale=false`',
  },
  'client-authentication-failed': {
    group: 'Getting the token',
    meaning: "the client's id, secret, assertion or method is refused",
    shownBy: '`invalid_client`',
  },
  'grant-invalid': {
    group: 'Getting the token',
    meaning: "the code or refresh token is over, used, or another client's",
    shownBy: '`invalid_grant`',
  },
  'redirect-uri-mismatch': {
    group: 'Getting the token',
    meaning: 'not the registered redirect URI',
    shownBy: 'words about `redirect_uri`',
  },
  'consent-missing': {
    group: 'Getting the token',
    meaning: 'nobody consented, or somebody declined',
    shownBy: '`access_denied`, `consent_required`',
  },
  'session-expired': {
    group: 'Session and cookies',
    meaning: 'the session behind the cookie has ended',
    shownBy: 'a login page, a cookie being deleted',
  },
  'cookie-conflict': {
    group: 'Session and cookies',
    meaning: 'old or doubled cookies defeat a good credential',
    shownBy: 'the same name twice',
  },
  'permission-denied': {
    group: 'Known, not allowed',
    meaning: 'identity accepted, access missing',
    shownBy: '403, or words about permission',
  },
  'ip-not-allowed': {
    group: 'Known, not allowed',
    meaning: 'the address is not on the list',
    shownBy: 'the body',
  },
  'client-not-allowed': {
    group: 'Known, not allowed',
    meaning: 'refused for its User-Agent or origin',
    shownBy: 'the body, a bot challenge',
  },
  'redirect-dropped-credentials': {
    group: 'In between',
    meaning: 'a redirect to another origin lost the field',
    shownBy: 'one exchange with it, the next without',
  },
  'url-wrong': {
    group: 'In between',
    meaning: 'wrong host, path, version, tenant, environment',
    shownBy: 'redirects, another realm, a slash too many',
  },
  'stale-dns': {
    group: 'In between',
    meaning: 'the name led to an old address',
    shownBy: 'the connected address against a fresh look-up',
  },
  'proxy-authentication-required': {
    group: 'In between',
    meaning: 'a proxy asks, not the server',
    shownBy: '407',
  },
  'blocked-by-intermediary': {
    group: 'In between',
    meaning: 'a gateway, WAF or CDN answered in its place',
    shownBy: 'its field or page',
  },
  'preflight-blocked': {
    group: 'In between',
    meaning: 'a CORS preflight met the wall',
    shownBy: 'OPTIONS answered 401',
  },
  'cached-response': { group: 'In between', meaning: 'a stored 401', shownBy: '`Age`, `X-Cache: HIT`' },
  'rate-limited': {
    group: 'In between',
    meaning: 'too many requests or attempts',
    shownBy: '429, `Retry-After`',
  },
  'header-stripped': {
    group: 'The server',
    meaning: 'the field left us and did not arrive',
    shownBy: 'CGI and proxies that are known for it',
  },
  'server-misconfigured': {
    group: 'The server',
    meaning: 'authentication is broken for everybody',
    shownBy: 'key set unreachable, 401 for any credential',
  },
  unexplained: { group: 'The server', meaning: 'the evidence supports none of these', shownBy: 'a bare 401' },
} as const satisfies Record<Cause, Told>;
