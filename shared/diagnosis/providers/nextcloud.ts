import { FAINT, HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nextcloud = defineProvider({
  id: 'nextcloud',
  name: 'Nextcloud and ownCloud',
  category: 'device',
  address: 'https://nextcloud.example.com/remote.php/dav/files/kim/',
  sends: ['ocs-apirequest'],
  paths: /\/(?:remote\.php\/(?:dav|webdav)|ocs\/v[12]\.php)\b/,
  hosts: /^(nextcloud|owncloud)\./,
  fields: [['set-cookie', /^(?:nc_sameSiteCookie|oc_sessionPassphrase|__Host-nc_sameSite)/]],
  challenge: /^(?:Basic|Bearer|DummyBasic) (?:Nextcloud|ownCloud|sabre\/dav|Authorisation Required)/i,
  body: /^\{"message":"(?:CSRF check failed|Password confirmation is required)"|Access through untrusted domain|sabredav\.org|<ocs>|"ocs"\s*:\s*\{/,
  misleads: [
    {
      says: "No 'Authorization: Bearer' header found",
      means: 'Stands behind every refusal of WebDAV and asks for nothing.',
    },
  ],
  sources: [
    'https://github.com/laurent22/joplin/issues/2219',
    'https://www.github.com/nextcloud/server/issues/2753',
    'https://docs.nextcloud.com//server/stable/developer_manual/client_apis/index.html',
    'https://github.com/samuel-emrys-blogs/freebsd-nextcloud-setup-hardened/issues/2',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'header-stripped',
      weight: PROVEN + HINTED,
      says: /No 'Authorization: Basic' header found/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'The field was sent and PHP never saw it: Apache with CGI or FPM must hand Authorization on.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\NotAuthenticated</s:exception><s:message>No \'Authorization: Basic\' header found. Either the client didn\'t send one, or the server is misconfigured</s:message></d:error>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No 'Authorization: Basic' header found|Current user is not logged in/i,
      notSent: /./,
      explanation: 'Nextcloud saw no credential; send user and app password as Basic.',
      seen: {
        sent: {},
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message>No \'Authorization: Basic\' header found.</s:message></d:error>',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /2FA challenge not passed|two-?factor/i,
      explanation: 'The account has two-factor login: use an app password from the security settings.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message>2FA challenge not passed</s:message></d:error>',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /PasswordLoginForbidden|password login forbidden/i,
      explanation:
        'The account has two-factor login, or the server takes no passwords of accounts from programs: use an app password from the security settings.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:o="http://owncloud.org/ns"><s:exception>OCA\\DAV\\Connector\\Sabre\\Exception\\PasswordLoginForbidden</s:exception><s:message/><o:hint>password login forbidden</o:hint></d:error>',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + HINTED,
      says: /CSRF check failed/i,
      sent: /^authorization /,
      explanation: 'Calls of the OCS API need the field OCS-APIRequest: true.',
      seen: {
        status: 412,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"CSRF check failed"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF check failed/i,
      notSent: /^authorization /,
      explanation: 'With a session cookie send the page’s current requesttoken, or OCS-APIRequest: true.',
      seen: {
        status: 412,
        sent: { Cookie: 'nc_session_id=4fb2a9c07d' },
        body: '{"message":"CSRF check failed"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      status: [400],
      says: /Access through untrusted domain/i,
      explanation: 'The name in the address is not in trusted_domains of the server’s configuration.',
      seen: {
        status: 400,
        sent: {},
        body: '<html><body><h2>Access through untrusted domain</h2><p>Please contact your administrator.</p></body></html>',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + PROVEN,
      says: /Password confirmation is required/i,
      explanation:
        'The session is good; this change wants the password typed anew within the last half hour.',
      seen: {
        status: 403,
        sent: { Cookie: 'nc_session_id=x' },
        body: '{"message":"Password confirmation is required","ocs":{}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Reached maximum delay|throttled|Too many requests/i,
      explanation:
        'The protection against guessing slows this address down; behind a proxy that may be everybody’s, until trusted_proxies is set.',
      seen: {
        status: 429,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message>Reached maximum delay</s:message></d:error>',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User disabled|account (?:is )?disabled/i,
      explanation: 'An administrator switched the user off.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message>User disabled</s:message></d:error>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: FAINT,
      says: /Username or password (?:was incorrect|does not match)|Cannot authenticate over ajax|Unauthorised/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'Nextcloud does not know user and password; the user is the login name, and single sign-on wants an app password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message>Username or password was incorrect</s:message></d:error>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Logged in (?:account|user) must be an? (?:sub)?admin/i,
      explanation: 'The call is for administrators, or wants a login of the last minutes.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"Logged in account must be an admin","ocs":{}}',
      },
    },
  ],
});
