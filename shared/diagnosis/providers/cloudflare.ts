import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const invalidHeaders = (code: number, message: string): string =>
  JSON.stringify({
    success: false,
    errors: [{ code: 6003, message: 'Invalid request headers', error_chain: [{ code, message }] }],
    messages: [],
    result: null,
  });

export const cloudflare = defineProvider({
  id: 'cloudflare',
  name: 'Cloudflare',
  category: 'proxy',
  address: 'https://api.cloudflare.com/client/v4/user/tokens/verify',
  hosts: /^api\.cloudflare\.com$/,
  body: /cloudflareaccess\.com|Attention Required! \| Cloudflare|cf-error-details|used Cloudflare to restrict access|error code: 10\d\d/i,
  fields: [['cf-mitigated'], ['cf-access-*']],

  sources: [
    'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    'https://github.com/libdns/cloudflare/issues/12',
    'https://github.com/cloudflare/cloudflare-php/issues/65',
  ],
  doors: ['authorization bearer', 'field x-auth-key', 'field x-auth-user-service-key'],
  needs: [{ at: ['field x-auth-email'], beside: 'field x-auth-key' }],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      code: ['6103'],
      sent: /^field x-auth-key: (?![0-9a-f]{37}$)[\w-]{40,}$/,
      explanation:
        'X-Auth-Key is for the global key of 37 hexadecimal digits; an API token goes as Authorization: Bearer, without X-Auth-Email.',
      seen: {
        status: 400,
        sent: { 'X-Auth-Email': 'web@example.com', 'X-Auth-Key': 'Ky7wYQSn_xWAQiiEh9qM58wZNnyQS7FUdoqGIUAb' },
        body: invalidHeaders(6103, 'Invalid format for X-Auth-Key header'),
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['6111', '9109', '1000', '10000'],
      sent: /^authorization authorization: bearer [0-9a-f]{37}$/i,
      explanation:
        'This is the global key, which goes as X-Auth-Key beside X-Auth-Email; Authorization: Bearer is for API tokens.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer 144c9defac04969c7bfad8efaa8ea194b2d36' },
        body: invalidHeaders(6111, 'Invalid format for Authorization header'),
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['6003', '6004', '6101', '6102', '6103', '6111'],
      notSent:
        /^(?:authorization authorization: bearer [0-9a-f]{37}|field x-auth-key: (?![0-9a-f]{37}$)[\w-]{40,})$/i,
      explanation: 'Cloudflare’s API cannot read the form of the key or token.',
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + HINTED,
      code: ['9106', '6003', '9103', '9107'],
      sent: /^field x-auth-key/,
      lacks: 'x-auth-email',
      explanation: 'X-Auth-Key goes with X-Auth-Email, the address of the account whose key it is.',
      seen: {
        status: 400,
        sent: { 'X-Auth-Key': '144c9defac04969c7bfad8efaa8ea194b2d36' },
        body: '{"success":false,"errors":[{"code":9106,"message":"Missing X-Auth-Email header"}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['9106', '10001'],
      notSent: /^(?:authorization|field x-auth)/,
      explanation: 'The call carried neither a token nor the key with its e-mail address.',
      seen: {
        status: 400,
        sent: {},
        body: '{"success":false,"errors":[{"code":9106,"message":"Missing X-Auth-Key, X-Auth-Email or Authorization headers"}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      says: /Max auth failures reached|More than \d+ (?:api )?requests per/i,
      explanation: 'So many refused calls came from this address that further ones are not looked at.',
      seen: {
        status: 403,
        body: '{"success":false,"errors":[{"code":9109,"message":"Max auth failures reached, please check your Authorization header."}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /Cannot use the access token from location/i,
      explanation: 'The token is restricted to other addresses.',
      seen: {
        status: 403,
        body: '{"success":false,"errors":[{"code":9109,"message":"Cannot use the access token from location: 203.0.113.9"}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + HINTED,
      says: /^message: Unauthorized to access requested resource/i,
      explanation: 'The token is good; its permissions or zones do not cover this.',
      seen: {
        status: 403,
        body: '{"success":false,"errors":[{"code":9109,"message":"Unauthorized to access requested resource"}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      code: ['10405'],
      says: /Method not allowed for (?:this|api[ _]token) authentication scheme/i,
      explanation: 'This call takes the global key only, or a token only, and the other was sent.',
      seen: {
        status: 403,
        body: '{"success":false,"errors":[{"code":10405,"message":"Method not allowed for this authentication scheme"}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /does not support account owned tokens/i,
      explanation: 'The token belongs to an account; this call wants one of a user.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer cfat_PSlPatTZbGqX2mV8tRzP0kLsW1yJhNcB7dFgE5aUoI' },
        body: '{"success":false,"errors":[{"code":1001,"message":"List accounts endpoint does not support account owned tokens."}],"messages":[],"result":null}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['9103', '1000', '9106', '9109', '10001'],
      explanation: 'Cloudflare’s API does not know the key, e-mail or token.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /error code: 100[5-9]|error 100[5-9]/i,
      explanation: 'The site is restricted to certain addresses, networks or countries.',
      seen: {
        status: 403,
        url: 'https://app.example.com/api/items',
        received: { Server: 'cloudflare' },
        body: 'error code: 1005',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /error code: 1010|banned your access based on your browser/i,
      explanation: 'The site refuses the signature of this client.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /error code: 1015|you are being rate limited/i,
      explanation: 'The site’s rate limit answered.',
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      says: /error code: 10(?:20|12)|Attention Required|used Cloudflare to restrict access|Just a moment|cloudflareaccess/i,
      explanation: 'Cloudflare’s firewall or Access answered, not the site.',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['9104', '10000'],
      status: [403],
      explanation: 'The token has no right on this zone or account.',
    },
  ],
});
