import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const linode = defineProvider({
  id: 'linode',
  name: 'Linode (Akamai Cloud)',
  category: 'cloud',
  address: 'https://api.linode.com/v4/linode/instances',
  hosts: /(^|\.)linode\.com$/,
  sources: ['https://techdocs.akamai.com/linode-api/reference/errors', 'https://github.com/linode/docs'],
  misleads: [
    {
      says: 'Your OAuth token is not authorized to use this endpoint.',
      means: 'The token is known, and was made without the scope; the status is 401 all the same.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /OAuth token is not authorized to use this endpoint/i,
      explanation:
        'The token lacks the scope of this endpoint. Tools that wait for an operation also need events:read_only. Scopes cannot be changed; make a new token.',
      seen: '{"errors":[{"reason":"Your OAuth token is not authorized to use this endpoint."}]}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid (?:OAuth )?Token\b/i,
      sent: /^authorization /,
      explanation: 'Linode does not know the token: it was revoked, or its end date has passed.',
      seen: '{"errors":[{"reason":"Invalid Token"}]}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /Unauthorized/i,
      explanation: 'The user behind the token is a restricted one, without a grant for this resource.',
      seen: { status: 403, body: '{"errors":[{"reason":"Unauthorized"}]}' },
    },
  ],
});
