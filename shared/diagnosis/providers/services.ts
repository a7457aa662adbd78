import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const stripe = defineProvider({
  id: 'stripe',
  name: 'Stripe',
  hosts: /^(api|files|connect)\.stripe\.com$/,
  source: 'https://docs.stripe.com/error-handling',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['api_key_expired'],
      explanation: 'The key was rolled and its time is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid API Key provided/i,
      explanation: 'Stripe does not know the key.',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['secret_key_required'],
      says: /publishable API key/i,
      explanation: 'A publishable key may only make tokens; this call needs the secret key.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['testmode_charges_only', 'livemode_mismatch', 'platform_api_key_expired'],
      explanation: 'Test and live mode know nothing of each other.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['more_permissions_required'],
      says: /does not have the required permissions/i,
      explanation: 'The restricted key lacks the permission.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You did not provide an API key/i,
      notSent: /./,
      explanation: 'Stripe saw no key.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP address/i,
      explanation: 'The key is restricted to certain addresses.',
    },
  ],
});

export const openAi = defineProvider({
  id: 'openai',
  name: 'OpenAI and kin',
  hosts:
    /(^|\.)(openai\.com|openai\.azure\.com|anthropic\.com|mistral\.ai|groq\.com|openrouter\.ai|deepseek\.com|cohere\.(ai|com)|together\.(ai|xyz)|perplexity\.ai|x\.ai)$/,
  source: 'https://platform.openai.com/docs/guides/error-codes',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'The service does not know the key.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        'account_deactivated',
        'billing_not_active',
        'billing_hard_limit_reached',
        'insufficient_quota',
        'deactivated_workspace',
      ],
      explanation: 'The account behind the key is closed or has no credit.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /insufficient permissions|Missing scopes/i,
      explanation: 'The key was restricted.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: TOLD,
      code: ['mismatched_organization', 'mismatched_project', 'invalid_organization'],
      explanation: 'The key belongs to another organisation or project than the one named.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['ip_not_authorized', 'unsupported_country_region_territory'],
      explanation: 'Requests from this address or country are refused.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /anthropic-version/i,
      explanation: 'Anthropic’s API wants its version in a field.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /x-api-key header is required/i,
      sent: /^authorization /,
      explanation: 'Anthropic reads the key from x-api-key.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /OAuth authentication is currently not supported|only authorized for use with/i,
      explanation: 'The token is meant for the service’s own client.',
    },
    {
      cause: 'url-wrong',
      weight: SUGGESTED,
      says: /invalid subscription key or wrong API endpoint/i,
      explanation: 'Azure’s keys belong to one resource and region.',
    },
  ],
});

export const slack = defineProvider({
  id: 'slack',
  name: 'Slack',
  hosts: /(^|\.)slack\.com$/,
  source: 'https://api.slack.com/methods/auth.test',
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['not_authed'],
      explanation: 'Slack saw no token.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_auth'],
      explanation: 'Slack does not know the token.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['token_revoked'],
      explanation: 'The token was withdrawn or the app removed.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['token_expired'],
      explanation: 'With rotation a token lasts twelve hours.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['account_inactive', 'team_access_not_granted'],
      explanation: 'The user or workspace is deactivated.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['missing_scope', 'no_permission'],
      explanation: 'The app lacks the scope; it must be added and the app installed again.',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['not_allowed_token_type', 'user_token_required', 'bot_token_required'],
      explanation: 'Bot, user and app-level tokens are not interchangeable.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['two_factor_setup_required'],
      explanation: 'The workspace demands two-factor login.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['access_denied_ip', 'ip_not_allowed'],
      explanation: 'The token is restricted to certain addresses.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['ratelimited'],
      explanation: 'Slack’s rate limit answered.',
    },
  ],
});

export const meta = defineProvider({
  id: 'meta',
  name: 'Meta Graph API',
  hosts: /^graph\.(facebook|instagram)\.com$/,
  body: /"OAuthException"/,
  source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Session has expired|Error validating access token: Session has expired/i,
      explanation: 'A short-lived token lasts an hour or two, a long-lived one sixty days.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /session has been invalidated|user (?:changed (?:their|the) password|has not authorized application)/i,
      explanation: 'The user changed the password or removed the app.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Malformed access token|Cannot parse access token|Invalid OAuth access token/i,
      explanation: 'The text is no token of Meta’s.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /permission(?:s)?\(s\)|requires .* permission|\(#(?:10|200|299)\)/i,
      explanation: 'The token was given without this permission.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /appsecret_proof/i,
      explanation: 'The proof of the app’s secret is missing or wrong.',
    },
  ],
});

export const twitter = defineProvider({
  id: 'x',
  name: 'X (Twitter)',
  hosts: /^(api|upload)\.(twitter|x)\.com$/,
  source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['135'],
      says: /Timestamp out of bounds/i,
      explanation: 'X compares oauth_timestamp with its own clock.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['32', '215'],
      explanation: 'X could not authenticate: key, token or signature is wrong.',
    },
    {
      cause: 'token-revoked',
      weight: TOLD,
      code: ['89'],
      says: /Invalid or expired token/i,
      explanation: 'The access token was withdrawn or regenerated.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['64', '326', '63'],
      explanation: 'The account is locked or suspended.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['415'],
      says: /Callback URL not approved/i,
      explanation: 'The callback must be listed in the app’s settings, letter by letter.',
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Unsupported Authentication|application-only/i,
      explanation: 'This endpoint wants a user’s context.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['453', '220'],
      says: /subset of|access level/i,
      explanation: 'The app’s plan does not include this endpoint.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /oauth1 app permissions/i,
      explanation: 'The app’s permissions were read-only when the token was made.',
    },
  ],
});

export const commerce = defineProvider({
  id: 'shopify',
  name: 'Shopify',
  hosts: /\.myshopify\.com$/,
  fields: [[/^x-shopify-stage$/i], [/^x-shopid$/i]],
  source: 'https://shopify.dev/docs/api/usage/response-codes',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key or access token/i,
      explanation: 'Shopify does not know the token for this shop; it ends when the app is removed.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /requires merchant approval for/i,
      explanation: 'The app lacks the scope named.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /hmac/i,
      explanation: 'The signature of the request differs.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Unavailable Shop|shop is (?:currently )?(?:frozen|unavailable)/i,
      explanation: 'The shop is closed or frozen.',
    },
  ],
});

export const woocommerce = defineProvider({
  id: 'wordpress',
  name: 'WordPress and WooCommerce',
  fields: [[/^link$/i, /api\.w\.org/], [/^x-wp-/i]],
  body: /"code"\s*:\s*"(?:rest_|woocommerce_rest|jwt_auth|incorrect_password|invalid_username)/,
  source: 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED,
      code: ['rest_not_logged_in', 'jwt_auth_no_auth_header', 'rest_cannot_access'],
      sent: /^authorization /,
      explanation:
        'PHP never saw Authorization: under CGI and FastCGI Apache keeps it back unless told otherwise.',
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['rest_cookie_invalid_nonce'],
      explanation: 'The page’s nonce belongs to an earlier login or is more than a day old.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: [
        'incorrect_password',
        'invalid_username',
        'invalid_email',
        '[jwt_auth] incorrect_password',
        'woocommerce_rest_authentication_error',
      ],
      says: /Consumer (?:key|secret) is invalid/i,
      explanation:
        'WooCommerce wants the keys of its REST API, not the login of WordPress; WordPress wants an application password.',
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      says: /Invalid signature - provided signature does not match/i,
      explanation:
        'WooCommerce signs the site’s address as it stands in its settings; http and https make two texts.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /jwt_auth_invalid_token: .*expired|Expired token/i,
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /rest_forbidden|rest_cannot_(?:view|create|edit|delete)|woocommerce_rest_cannot/i,
      explanation: 'The user’s role does not allow it.',
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /Invalid nonce - nonce has already been used/i,
      explanation: 'Each OAuth 1.0a request needs a new nonce.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /Invalid timestamp/i,
      explanation: 'The timestamp is more than fifteen minutes off.',
    },
  ],
});

export const messaging = defineProvider({
  id: 'messaging',
  name: 'Twilio, SendGrid, Mailgun, Discord, Telegram, Zoom, Zendesk, HubSpot',
  hosts:
    /(^|\.)(twilio\.com|sendgrid\.com|mailgun\.net|discord\.com|telegram\.org|zoom\.us|zendesk\.com|hubapi\.com|intercom\.io|mailchimp\.com|twitch\.tv|notion\.com|airtable\.com)$/,
  source: 'https://www.twilio.com/docs/api/errors',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['20003'],
      explanation: 'Twilio does not know the pair of account SID and auth token.',
    },
    {
      cause: 'mfa-required',
      weight: TOLD,
      code: ['60003'],
      explanation: 'Discord demands two-factor login for this.',
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['missing_version'],
      explanation: 'Notion wants its version in a field.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['50001', '50013'],
      explanation: 'The bot lacks the permission in this server or channel.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002', '20005', '20007'],
      explanation: 'The account has to be verified or is closed.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['124'],
      says: /Access token is expired/i,
      explanation: 'Zoom’s access token lasts an hour.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Account does not enabled REST API|JWT app/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Zoom switched its JWT apps off in September 2023; a Server-to-Server OAuth app takes their place.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /Invalid access token, does not contain scopes/i,
      explanation: 'The app lacks the scopes named.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^query hapikey: pat-/,
      explanation:
        'A private app’s token goes into Authorization: Bearer; the query’s hapikey ended in November 2022.',
    },
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      sent: /^query hapikey:/,
      status: [401, 403],
      explanation: 'HubSpot’s API keys ended in November 2022.',
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer [A-Za-z0-9]{40}$/i,
      says: /The access token provided is expired, revoked, malformed/i,
      explanation:
        'Zendesk takes Bearer for OAuth tokens only; an API token goes as Basic with the e-mail and /token.',
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /OAuth token is missing/i,
      notSent: /^authorization /,
      explanation: 'A client id alone is no credential.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Client ID and OAuth token do not match/i,
      explanation: 'The token was made for another client id than the one in the field.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /data ?center|different region/i,
      explanation: 'The key belongs to another region of the service.',
    },
  ],
});

export const homeServers = defineProvider({
  id: 'home-servers',
  name: 'Proxmox, Home Assistant, qBittorrent, cameras',
  fields: [[/^server$/i, /pve-api-daemon|App-webs|DNVRS-Webs|lighttpd/i]],
  body: /hassio|<lockStatus>|<userCheck/,
  source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /invalid csrf token/i,
      explanation: 'With a ticket Proxmox wants the CSRFPreventionToken of the same login for every change.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /invalid PVE ticket/i,
      explanation: 'A ticket of Proxmox is good for two hours.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /no such token|no such user|authentication failure/i,
      explanation: 'Proxmox does not know the user or the token’s name.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No ticket/i,
      notSent: /./,
      explanation: 'Proxmox saw neither ticket nor token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission check failed/i,
      explanation: 'The user or the token with separated privileges lacks the right on this path.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /lockstatus: lock/i,
      explanation: 'The camera locks an account after wrong logins, for half an hour or so.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /isactivated: false/i,
      explanation: 'The camera has not been activated with a password yet.',
    },
  ],
});

export const observability = defineProvider({
  id: 'grafana',
  name: 'Grafana, Loki, Elasticsearch, InfluxDB',
  body: /no org id|security_exception|"error":"unauthorized access"|Invalid username or password|invalid API key|api-key\.invalid/i,
  fields: [[/^x-elastic-product$/i], [/^x-influxdb-version$/i]],
  source: 'https://grafana.com/docs/loki/latest/operations/multi-tenancy/',
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /no org id/i,
      explanation: 'With several tenants Loki, Mimir and Tempo want X-Scope-OrgID on every request.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unable to authenticate user|failed to authenticate user|Invalid username or password/i,
      explanation: 'The server compared user and password, or key, and they differ.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing authentication credentials/i,
      notSent: /./,
      explanation: 'Elasticsearch saw no credential.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is unauthorized for (?:user|API key|service account)/i,
      explanation: 'The role or key does not cover the index or action.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
    },
  ],
});

export const gateways = defineProvider({
  id: 'gateways',
  name: 'Kong, APISIX, Envoy, Traefik, Tyk, Azure API Management',
  fields: [
    [/^x-kong-/i],
    [/^server$/i, /kong|APISIX|istio-envoy|envoy|openresty/i],
    [/^x-envoy-/i],
    [/^ocp-apim-/i],
  ],
  challenge: /^(key|basic|bearer) ?.*kong|AzureApiManagement/i,
  body: /no Route matched|Jwt (?:is|issuer|verification|header)|RBAC: access denied|subscription key/i,
  source: 'https://developer.konghq.com/plugins/key-auth/',
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /no Route matched/i,
      explanation: 'The gateway knows no route for host and path.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found|Jwt is missing|Missing API key|Missing JWT token|subscription key/i,
      notSent: /./,
      explanation: 'The gateway saw no credential.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /No API key found|due to missing subscription key/i,
      sent: /^(authorization|field|query) /,
      explanation: 'The gateway looks for the key in another field or parameter.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|due to invalid subscription key/i,
      explanation: 'The gateway does not know the key.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Jwt issuer is not configured|No credentials found for given 'iss'/i,
      explanation: 'No issuer of that name is set up in the gateway.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /Audiences in Jwt are not allowed/i,
      explanation: 'The gateway allows other audiences.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt is expired|token expired/i,
      explanation: 'The gateway compared exp with its clock.',
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /Jwt not yet valid/i,
      explanation: 'The gateway compared nbf with its clock.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Jwt verification fails|Jwks doesn't have key to match|Invalid signature/i,
      explanation: 'The gateway’s keys do not fit the token.',
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Jwks remote fetch is failed|Jwks doesn't have/i,
      explanation: 'The gateway could not fetch the issuer’s keys.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Jwt is not in the form of|Jwt header is an invalid JSON|Bad token/i,
      explanation: 'What stands behind Bearer is not a JWT.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /RBAC: access denied|You cannot consume this service/i,
      explanation: 'A policy of the gateway or mesh refuses the identity.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Your IP address is not allowed/i,
      explanation: 'The gateway’s list does not hold this address.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /HMAC signature cannot be verified, a valid (?:x-)?date/i,
      explanation: 'The signed date is missing or too far off.',
    },
  ],
});

export const weather = defineProvider({
  id: 'data-services',
  name: 'Data services with a key in the query',
  hosts:
    /(^|\.)(openweathermap\.org|newsapi\.org|coinmarketcap\.com|themoviedb\.org|mapbox\.com|here\.com|algolia\.net|algolianet\.com|giphy\.com|kraken\.com|binance\.com|coinbase\.com|bybit\.com)$/,
  source: 'https://openweathermap.org/faq',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /not allowed with this API key|EGeneral:Permission denied/i,
      explanation: 'The key’s own restrictions do not cover the index or call.',
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /EAPI:Invalid nonce/i,
      explanation:
        'Each request must carry a larger nonce than the one before, as a parameter that is signed.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['-1022'],
      says: /EAPI:Invalid signature/i,
      explanation: 'The signature over the parameters differs.',
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['-1021', '10002'],
      explanation: 'The timestamp lies outside the window that the exchange allows.',
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      code: ['-2015', '10010'],
      explanation: 'Key, address or permission does not fit; with Binance one code covers the three.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['-2014', '10003', '1001'],
      explanation: 'The form of the key is wrong or it is not known.',
    },
  ],
});
