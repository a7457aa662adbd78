import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = {
  url: 'https://en.wikipedia.org/w/api.php',
  status: 200,
  received: { 'Content-Type': 'application/json' },
};
const seen = (code: string, info: string) => JSON.stringify({ error: { code, info } });

export const mediawiki = defineProvider({
  id: 'mediawiki',
  name: 'MediaWiki',
  category: 'productivity',
  address: call.url,
  hosts: /\.(?:wikipedia|wikimedia|wikidata|mediawiki)\.org$/,
  fields: [['mediawiki-api-error'], ['mediawiki-login-suppressed']],
  body: /"code"\s*:\s*"(?:badtoken|notoken|assert\w+failed|readapidenied|writeapidenied|permissiondenied|mwoauth-[\w-]+|mustpostparams)"|^\{"login":\{"result":"/,
  misleads: [
    {
      says: '200',
      means: 'Errors come behind a 200: the field MediaWiki-API-Error and error.code are the answer.',
    },
  ],
  paths: /^\/w\/(?:api|rest)\.php(?:\/|$)/,
  sources: [
    'https://www.mediawiki.org/wiki/API:Errors_and_warnings',
    'https://www.mediawiki.org/wiki/API:Login',
    'https://www.mediawiki.org/wiki/OAuth/For_Developers',
  ],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /requires user interaction, which is not supported by "action=login"/i,
      explanation:
        'action=login takes bot passwords alone since MediaWiki 1.27: make one at Special:BotPasswords, or log in by action=clientlogin or OAuth.',
      seen: {
        ...call,
        sent: {},
        posted: 'action=login&lgname=Kim&lgpassword=word-of-kim&lgtoken=9f2c%2B%5C',
        body: '{"login":{"result":"Aborted","reason":"Authentication requires user interaction, which is not supported by \\"action=login\\". To be able to login with \\"action=login\\", see [[Special:BotPasswords]]."}}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['badtoken', 'notoken'],
      explanation:
        'The token of action=query&meta=tokens belongs to the session that fetched it: keep its cookies, and send the token’s plus sign as %2B.',
      seen: {
        ...call,
        sent: { Cookie: 'wikidb_session=8f0c' },
        posted: 'action=edit&title=X&token=%2B%5C',
        body: seen('badtoken', 'Invalid CSRF token.'),
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      code: ['assertuserfailed', 'assertbotfailed', 'assertnameduserfailed'],
      explanation:
        'The request asserts that it is logged in, and it is no longer: log in anew, with a bot password.',
      seen: {
        ...call,
        sent: { Cookie: 'wikidb_session=8f0c' },
        body: seen('assertuserfailed', 'You are no longer logged in, so the action could not be completed.'),
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['readapidenied'],
      notSent: /./,
      explanation: 'The wiki is private: log in first.',
      seen: {
        ...call,
        sent: {},
        body: seen('readapidenied', 'You need read permission to use this module.'),
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      code: ['permissiondenied', 'readapidenied', 'writeapidenied', 'protectedpage', 'cantcreate'],
      sent: /./,
      explanation:
        'The user’s groups, or the grants of the bot password or consumer, do not hold this right.',
      seen: {
        ...call,
        sent: { Cookie: 'wikidb_session=8f0c' },
        body: seen('permissiondenied', "You don't have permission to delete pages."),
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['blocked', 'autoblocked'],
      explanation:
        'The user or the address is blocked at this wiki; addresses of hosting companies often are.',
      seen: {
        ...call,
        sent: { Cookie: 'wikidb_session=8f0c' },
        posted: 'action=edit',
        body: seen('blocked', 'You have been blocked from editing.'),
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      code: ['mwoauth-invalid-authorization'],
      explanation:
        'The OAuth authorization is not valid here: the consumer is not approved, the grant withdrawn, or the account not joined to this wiki.',
      seen: {
        ...call,
        body: seen(
          'mwoauth-invalid-authorization',
          'The authorization headers in your request are not valid: Invalid access token',
        ),
      },
    },
  ],
});
