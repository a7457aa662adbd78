/** What an error message may be about. */
export type Subject =
  | 'refresh-token'
  | 'code'
  | 'csrf'
  | 'redirect-uri'
  | 'token-type'
  | 'audience'
  | 'issuer'
  | 'scope'
  | 'nonce'
  | 'header'
  | 'signature'
  | 'timestamp'
  | 'certificate'
  | 'address'
  | 'origin'
  | 'client'
  | 'session'
  | 'factor'
  | 'method'
  | 'consent'
  | 'permission'
  | 'tenant'
  | 'mode'
  | 'place'
  | 'plan'
  | 'key'
  | 'token'
  | 'password'
  | 'account'
  | 'attempts'
  | 'backend'
  | 'request';

/** What it may say of it. */
export type Predicate =
  | 'missing'
  | 'unknown'
  | 'expired'
  | 'revoked'
  | 'disabled'
  | 'malformed'
  | 'mismatch'
  | 'future'
  | 'used'
  | 'excess'
  | 'retired'
  | 'denied'
  | 'unreachable'
  | 'intercepted'
  | 'invalid';

/**
 * English words, as they stand after `normalised`: lower case, camelCase and snake_case taken apart. A longer subject
 * stands before one that it contains.
 */
export const subjects: Readonly<Record<Subject, string>> = {
  'refresh-token': 'refresh token',
  code: '(?:authori[sz]ation|auth|oauth|grant|device) code|code verifier|code challenge|pkce|invalid code|bad (?:verification )?code',
  csrf: '[cx]srf(?: token)?|crumb|synchroni[sz]er token|form token|anti ?forgery(?: token)?|authenticity token|p auth|form key|sesskey|request forgery|verification token',
  'redirect-uri':
    '(?:redirect|callback|reply|return)(?:ion)? ur[il]s?|(?:acs|assertion consumer service) ur[il]s?',
  'token-type':
    '(?:token|jwt) (?:type|typ|kind|use|class)(?: claim)?|type of (?:the )?token|typ (?:header|claim)',
  audience: '(?:(?:access |id )?token |jwt )?aud(?:ience)?(?: claim)?',
  issuer: '(?:(?:access |id )?token |jwt )?iss(?:uer)?(?: claim)?|identity provider',
  scope: '(?:(?:access |oauth ?2? )?token )?scopes?',
  nonce: 'nonces?',
  header:
    '(?:authori[sz]ation|auth) (?:header|field|kopfzeile)|(?:en tete|encabezado|cabecera|cabecalho|intestazione) (?:de |d )?authori[sz]ation',
  signature:
    '(?:token |jwt |request )?signatures?(?: (?:of|for) (?:the|your|this) (?:request|message|token|payload))?|hmac|checksum|sign(?:ing)?(?! ?(?:in|up|out|on)\\b)',
  timestamp:
    '(?:request )?time ?stamps?|clocks?|request time|x (?:amz |ms )?date|date header|recv ?window|server time|time window|skew',
  certificate: '(?:client|ssl|tls|x 509|mutual tls) cert(?:ificate)?s?|certificates?|mtls',
  address:
    '(?:remote |source |client |your )?ips?(?: address(?:es)?)?|\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f]{1,4}:[0-9a-f:]{2,}|vpn|(?<!mail )address(?:es)?|network zone|countr(?:y|ies)|geo ?location',
  origin: 'origin|referr?ers?|user agents?|browser|bots?|robots?',
  client:
    '(?:oauth |api )?client(?: id| secret| credentials| assertion| identifier)?|consumer|app(?:lication)? (?:id|secret)|integrations?|integrator',
  session: '(?:login |user )?sessions?(?: id| token| cookie)?|cookies?|tickets?',
  factor:
    'otp|totp|2 ?fa|tfa|mfa|webauthn|passkey|\\d digit (?:[\\p{L}]+ )?(?:code|pin)|code (?:we )?(?:just )?(?:sent|texted|mailed)|(?:sms|email|e mail|security|confirmation|login) code|(?:two|multi|second)[ -]?(?:factor|step)s?(?: auth\\w*)?|one time (?:pass\\w*|code)|verification code|authenticator',
  method:
    '(?:basic|password|legacy|digest|md5|o ?auth ?1(?:\\.0a?)?|query) (?:auth[\\p{L}]*|log ?in|tokens?)|(?:auth[\\p{L}]*|log ?in|access) (?:method|scheme|mechanism|flow|endpoint)s?',
  consent: '(?:user |admin |customer )?consents?|(?:end )?user agreements?|mandates?',
  permission:
    'permissions?|privileges?|roles?|rights?|authority|access level|entitlements?|polic(?:y|ies)|acl',
  tenant:
    '(?:tenant|organi[sz]ation|account|project|workspace) header|organi[sz]ation id|project id|tenants?(?: id)?|merchant id|company id|workspace id|mandant(?:en)?|realms?|environments?',
  mode: '(?:sandbox|test|live|production) mode',
  place:
    'sub ?domains?|instances?|clusters?|shards?|host ?names?|(?:wrong |api )?hosts?|regions?|data ?cent(?:er|re)s?|(?:api )?end ?points?|base ur[il]s?|api version',
  plan: 'plans?|subscriptions?|licen[cs]es?|tier|billing|payment',
  key: '(?:api|access|secret|app|application|subscription|license|licence|account|master|server|publishable|restricted|integrator|service|auth|public|private|license|user)? ?key(?: id| format)?|userkey|api ?key|kc api key|x api key|(?:api|app|application) token|pass ?phrase',
  token:
    '(?:access |bearer |auth\\w* |oauth ?2? ?|id |identity |security |api |personal |user |session |client |json web )*tokens?(?: log ?in)?|jwts?|jws|bearer|pat|authori[sz]ation grant',
  password:
    'pass(?:word|wd|code)|pwd|user ?names?|log ?in(?: name| details)?|credentials?|pin|user(?: id)? and password|authentication (?:details|data|information)',
  account:
    'accounts?|owners? of (?:this|the|your) (?:api )?(?:token|key)|memberships?|identit(?:y|ies)|users?|profile|organi[sz]ations?|workspaces?|merchants?|customers?|members?|projects?|partner|team',
  attempts: 'attempts?|log ?ins|calls?|rate|quota|limit|tries',
  backend:
    '(?:auth\\w*|login|sso|identity|token|oauth2?|oidc|saml|user) (?:server|service|backend|back end|provider|endpoint)s?|idp|ldap(?: server| backend)?|active directory|directory (?:server|service)|key ?cloak|jwks?|key ?set|json web key set|(?:openid|oidc|oauth2?) (?:configuration|discovery|metadata)|introspection(?: endpoint)?',
  request: 'requests?|(?:web ?)?page|query|visit',
};

export const predicates: Readonly<Record<Predicate, string>> = {
  missing:
    'missing|required?|requires|absent|empty|blank|needed|without|not (?:be )?(?:provided|supplied|sent|given|granted|present|set|specified|included|empty|blank|null)|no(?! [\\p{L}]+ (?:was |were )?found)|lacks?|lacking|must (?:be )?(?:provided?|supplied?|sent|include)|not contain|(?:does|did) not (?:include|contain|have|provide)|does not have|need to (?:provide|include|enter)|please (?:enter|provide)|expected|(?:un ?able|failed) to determine|(?:can ?not|could not|can not) be (?:determined|resolved)',
  unknown:
    'unknown|no(?:ne)? matching|un ?recogni[sz]ed|(?:can |could |do |did |does )?not recogni[sz]ed?|not (?:be )?found|(?:does|do|did) ?(?:not|n t) exists?|not exists?|no such|no(?= [\\p{L}]+ (?:was |were )?found)|not (?:yet )?registered|not known|cannot find|could not find|non ?existent',
  expired:
    'expired?|expiry|expiration|out ?dated|out of date|life ?time (?:is |was )?(?:exceeded|over)|validity (?:period )?(?:is |has )?(?:over|ended)|(?:ran|run) out|reached (?:the )?end of|timed ?out|time ?out|no longer (?:valid|active|accepted)|stale|lapsed|too old|past',
  revoked:
    'revoked|revocation|withdrawn|(?:black|deny) ?listed|superseded|replaced|no longer exists?|invalidated|rotated|deleted|regenerated|terminated|logged out|removed|cancell?ed',
  disabled:
    'disabled|de ?provisioned|off ?boarded|locked|suspended|blocked(?! by )|banned|inactive|de ?activated|not (?:yet )?(?:been )?(?:active|verified|confirmed)|not (?:yet )?(?:been )?(?:activated|enabled|approved)(?! (?:for|on|in|to|by|this|the|your)(?![\\p{L}]))|un ?verified|un ?confirmed|frozen|pending|on hold|closed|paused|archived',
  malformed:
    'mal ?formed|bad(?:ly)? format(?:ted)?|format (?:is )?(?:invalid|incorrect|wrong)|(?:invalid|incorrect|wrong|bad|unexpected) (?:format|length|structure|encoding)|format invalid|(?:can ?not|could not|unable to|failed to|error) (?:be )?(?:pars\\w+|decod\\w+|deserial\\w+|unmarshal\\w*)|(?:parse|pars\\w+|decod\\w+) (?:error|failed|failure)|invalid character|not well formed|corrupt(?:ed)?|segments|truncated|not a (?:valid )?jwt',
  mismatch:
    'mis ?match(?:ed|es)?|(?:does|do|did) ?(?:not|n t) match|not match(?:ing)?|no ?match|differ(?:s|ent)?(?: from)?|belongs? to (?:an)?other|(?:for|of) (?:the wrong|an ?other|a different)|wrong environment|linked to a different|was used|out of (?:sync|range|bounds)|outside',
  future:
    '(?:in the )?future|not (?:yet )?valid (?:yet|before|until)|not yet (?:valid|active)|used before|ahead of|immature|too early',
  used: 'already (?:been )?(?:used|redeemed|consumed|seen|processed)|re ?used|replay(?:ed)?|duplicated?|too (?:low|small)|must be (?:greater|increasing|unique)|has been used|consumed',
  excess:
    'too many|too frequent(?:ly)?|exceed(?:ed|s)?|exhausted|used up|over (?:the )?limit|throttled|limit reached|rate limited',
  retired:
    'no longer (?:supported|accepting|available|allowed|offered|possible)|deprecated|retired|discontinued|sunset(?:ted)?|obsolete|decommissioned|phased out|end of life|shut ?down',
  denied:
    'denied|disallowed|forbidden|not (?:be )?(?:allowed|permitted|authori[sz]ed|entitled|white ?listed|allow ?listed|accessible|trusted)|un ?authori[sz]ed|insufficient|not (?:sufficient|enough)|restricted|disallowed|can ?not access|no access|not in|not on|outside|prohibited|un ?supported|not supported|not available|not have access',
  unreachable:
    'unreachable|un ?available|not (?:be )?(?:reach(?:ed|able)|contacted|responding|available|retrieved|fetched|loaded|obtained)|(?:can ?not|could not|unable to|failed to) (?:reach|contact|bind(?: to)?|connect(?: to)?|fetch|retrieve|load|obtain|download)|is down|connection (?:refused|error|failed|timed out)|(?:lost|no) connection(?: to)?|shutting down|offline',
  intercepted:
    'intercepted|filtered|(?:blocked|rejected|refused|denied|stopped) by (?:the |our |a |your )?(?:\\w+ )?(?:firewall|security|policy|waf|filter|administrator|gateway)',
  invalid:
    'in ?valid|(?:specify|provide|supply|enter|use) (?:an? )?valid|illegal|in ?correct|wrong|bad|not (?:valid|correct|accepted)|rejected|refused|fail(?:ed|s|ure)?|un ?acceptable|not (?:be )?(?:verified|validated|authenticated)|error|un ?successful|un ?trusted',
};
