import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bitbucketServer = defineProvider({
  id: 'bitbucket-server',
  name: 'Bitbucket Data Center',
  category: 'code-host',
  address: 'https://bitbucket.example.com/rest/api/1.0/projects',
  paths: /\/rest\/api\/(?:1\.0|latest)\/(?:projects|repos)\b/,
  challenge: /Atlassian Bitbucket/i,
  body: /com\.atlassian\.(bitbucket|stash)\./,
  misleads: [
    {
      says: 'You are not permitted to access this resource',
      means: 'With 401 that nobody was logged in at all.',
    },
  ],
  sources: [
    'https://support.atlassian.com/bitbucket-data-center/kb/access-tokens-no-longer-work-as-expected-after-upgrading-bitbucket-data-center',
    'https://docs.atlassian.com/bitbucket-server/javadoc/10.0.0/api/com/atlassian/bitbucket/auth/package-summary.html',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /CaptchaRequired|CAPTCHA required/i,
      explanation:
        'After several wrong logins the account must solve a CAPTCHA in the browser before any password is taken again; an administrator can clear it.',
      seen: '{"errors":[{"context":null,"message":"CAPTCHA required. Your Bitbucket account has been marked as requiring a CAPTCHA to be solved before it may be used again.","exceptionName":"com.atlassian.bitbucket.auth.CaptchaRequiredAuthenticationException"}]}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /(?:InactiveUser|ExpiredPassword)AuthenticationException/,
      explanation: 'The account is inactive or its password must be changed.',
      seen: '{"errors":[{"message":"The user is inactive.","exceptionName":"com.atlassian.bitbucket.auth.InactiveUserAuthenticationException"}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /IncorrectPasswordAuthenticationException/,
      explanation: 'User and password do not fit; with single sign-on use an HTTP access token.',
      seen: '{"errors":[{"message":"Authentication failed. Please check your credentials and try again.","exceptionName":"com.atlassian.bitbucket.auth.IncorrectPasswordAuthenticationException"}]}',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /ExpiredAuthenticationException/,
      explanation: 'An earlier login is over; log in again or make a new token.',
      seen: '{"errors":[{"message":"Your authentication has expired.","exceptionName":"com.atlassian.bitbucket.auth.ExpiredAuthenticationException"}]}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /not permitted to access this resource|AuthorisationException/i,
      status: [401],
      notSent: /./,
      explanation: 'Nobody was logged in. Send a password or an HTTP access token.',
      seen: {
        sent: {},
        body: '{"errors":[{"message":"You are not permitted to access this resource","exceptionName":"com.atlassian.bitbucket.AuthorisationException"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /AuthorisationException|insufficient permissions/i,
      status: [403],
      explanation: 'The user is known and lacks the permission on this project or repository.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"You have insufficient permissions to access this resource","exceptionName":"com.atlassian.bitbucket.AuthorisationException"}]}',
      },
    },
  ],
});
