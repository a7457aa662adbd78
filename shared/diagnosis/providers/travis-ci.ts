import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const travisCi = defineProvider({
  id: 'travis-ci',
  name: 'Travis CI',
  category: 'ci',
  address: 'https://api.travis-ci.com/user',
  hosts: /^api\.travis-ci\.(com|org)$/,
  sources: [
    'https://github.com/travis-ci/docs-travis-ci-com/blob/90cc09f4f26b527e06e409821a4ccc43db603bbd/user/triggering-builds.md',
  ],
  doors: ['authorization token'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      says: /access denied|login_required/i,
      status: [401, 403],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Travis wants Authorization: token and the API token, not Bearer; tokens of travis-ci.org do not work at travis-ci.com.',
      seen: { status: 403, sent: { Authorization: 'Bearer abc' }, body: 'access denied' },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Travis-API-Version|need to (?:set|specify) .*version/i,
      explanation: 'API 3 wants the field Travis-API-Version: 3.',
      seen: {
        status: 400,
        sent: { Authorization: 'token abc' },
        body: '{"@type":"error","error_type":"wrong_version","error_message":"Travis-API-Version header is required"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /^access denied$|: access denied$/i,
      status: [403],
      sent: /^authorization authorization: token /i,
      explanation: 'Travis does not know the token; travis token --pro shows the one of travis-ci.com.',
      seen: { status: 403, sent: { Authorization: 'token abc' }, body: 'access denied' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /insufficient_access|operation requires .* access to/i,
      explanation: 'The user lacks the right in this repository, or has to sync with GitHub first.',
      seen: {
        status: 403,
        sent: { Authorization: 'token abc' },
        body: '{"@type":"error","error_type":"insufficient_access","error_message":"operation requires create_request access to repository"}',
      },
    },
  ],
});
