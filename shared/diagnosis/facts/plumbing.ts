import type { Phrase } from '../rule.ts';
import { anyOf } from '../any-of.ts';
import { HINTED, STATED } from '../weights.ts';

/**
 * What the machinery behind an answer writes when it is out of order: connections, name look-ups and certificates of the
 * server's own, databases and directories, keys and settings that it lacks. No client can cause any of it.
 */
export const plumbing: readonly Phrase[] = [
  {
    says: /(?:could not|failed to|unable to|cannot) (?:refresh|renew|authenticate|log ?in)[^.;]{0,16}\b(?:its|our|the (?:bridge|server|gateway|proxy|connector)['’]s) own\b/i,
    weight: STATED,
  },
  {
    says: /(?:problem|error|issue|mistake) (?:with|in) (?:the |its |our )?(?:server|auth\w*|sso|oauth2?|oidc|saml|ldap|log-?in)(?: server)?['’]?s? configuration/i,
    weight: STATED,
  },
  {
    says: /access denied for user '[^']*'@|password authentication failed for user|no pg_hba\.conf entry|FATAL: +(?:role|database) "|WRONGPASS invalid username-password pair|NOAUTH Authentication required|authentication (?:to|with|against|at) (?:the )?(?:data ?source|upstream|origin|back ?end|database|downstream)[^.;]{0,20}fail/i,
    weight: STATED,
  },
  {
    says: /\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH)\b|getaddrinfo|connection (?:refused|reset by peer|timed out)|no route to host|name or service not known|could not resolve host|temporary failure in name resolution|dial tcp|i\/o timeout|UnknownHostException|ConnectException|upstream connect error/i,
    weight: STATED,
  },
  {
    says: /x509: certificate|PKIX path building|unable to get local issuer certificate|unable to verify the first certificate|self[- ]signed certificate|CERTIFICATE_VERIFY_FAILED|certificate verify failed/i,
    unless: /client['’]?s? (?:ssl |tls )?cert|peer certificate/i,
    weight: STATED,
  },
  {
    says: /SQLSTATE|no such table|relation "[\w.]+" does not exist|table '[^']+' doesn['’]t exist|ORA-\d{5}|Mongo(?:Network|ServerSelection)\w*|Communications link failure|can['’]t contact LDAP server|LDAP[^.;]{0,30}(?:connection|connect|refused|timeout|unavailable)|(?:database|redis|session store|user store)[^.;]{0,30}(?:unavailable|unreachable|connection (?:failed|refused|error)|is locked|timed out|(?:is )?not connected)|\bno (?:connected|connection to (?:the |a )?) ?(?:db|database|redis|store)\b/i,
    weight: STATED,
  },
  {
    says: anyOf({
      'signing key must not be null':
        /(?:signing|verification|secret|public|private|encryption) ?key (?:file )?(?:cannot|can ?not|must not|may not|is not|was not|not) (?:be )?(?:null|empty|set|configured|found|readable|loaded|initiali[sz]ed)/i,
      'key path does not exist':
        /key (?:path|file)[^;]{0,80}(?:does not exist|not readable|not found|no such file)/i,
      'secret is null': /(?:secret|key) is (?:null|undefined|not (?:set|configured|defined))/i,
      'guard [api] is not defined': /guard \[[^\]]*\] is not defined/i,
      'user provider [users] is not defined': /user provider \[[^\]]*\] is not defined/i,
      'unknown authentication strategy': /unknown authentication strategy/i,
      'JWKS did not contain any keys':
        /(?:jwks?|key ?set)[^.;]{0,40}(?:did not contain|contains? no|no) (?:any )?(?:signing )?keys/i,
      'introspection failed': /introspection[^.;]{0,40}(?:fail|error|returned|refused)/i,
      'no auth providers configured':
        /no (?:auth\w*|identity|oidc|sso|saml) providers? (?:is |are |was )?(?:configured|found|defined|set)/i,
      'no realms configured': /no realms? (?:is |are )?(?:configured|defined)/i,
      'Jwt issuer is not configured':
        /(?:auth|authentication|oidc|oauth2?|saml|sso|jwt|ldap)\b[^.;]{0,30}\b(?:is |are )?(?:not (?:properly )?(?:configured|set up|initiali[sz]ed)|misconfigured)/i,
      'auth request unexpected status': /auth request unexpected status/i,
      'key byte array is 128 bits': /key byte array is \d+ bits/i,
      'not possible to parse your key': /not possible to parse your key/i,
      'NullPointerException at jwt': /NullPointerException[^;]{0,120}\b(?:jwk|jwt|token|auth|key)/i,
    }),
    unless: /provided|your (?:account|app|client|user)/i,
    weight: STATED,
  },
  {
    // What lua-resty-openidc says when the introspection, the key set or the discovery answers it so.
    says: /response indicates failure, status=\d{3}|\bintrospection (?:endpoint |request )?(?:failed|error|returned|responded)[^.;]{0,30}\b[45]\d\d\b/i,
    weight: STATED + HINTED,
  },
  {
    says: /cannot send secure cookie|secure cookies? over (?:an )?unencrypted/i,
    weight: STATED,
  },
  {
    says: /(?:ldap|directory)\b[^.;]{0,20}\bbind\b[^.;]{0,30}\b(?:service|manager|search) (?:account|user|dn)|(?:service|manager|search) (?:account|user|dn)[^.;]{0,40}\bbind\b[^.;]{0,20}(?:fail|error|refused|invalid)|\bbind ?dn\b[^.;]{0,40}(?:fail|invalid|error)|(?:upstream|remote repository|remote registry|backend server)\b[^.;]{0,40}\b(?:returned 401|answered 401|auth\w* (?:for \S+ )?(?:failed|required)|unauthori[sz]ed)|CryptKey|Invalid key supplied|need AuthName|AuthType not set/i,
    weight: STATED,
  },
  {
    says: /no security keys were provided|\w+Strategy requires an? (?:\w+ ){0,3}(?:secret|key|callback)|\bsaml\b[^.;]{0,20}metadata[^.;]{0,20}(?:could not|cannot|can ?not|failed to|unable to) (?:be )?(?:load|fetch|retriev|read|pars)|(?:Unknown|No) (?:default )?auth(?:entication)? ?scheme (?:was )?(?:specified|is registered|registered)|No authenticationScheme was specified|No authentication handler is registered/i,
    weight: STATED,
  },
];
