import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Octopus-ApiKey': 'API-9F2C7QK1M4X8Z0B5W3' };

export const octopusDeploy = defineProvider({
  id: 'octopus-deploy',
  name: 'Octopus Deploy',
  category: 'ci',
  address: 'https://example.octopus.app/api/projects',
  sends: ['x-octopus-apikey'],
  paths: /^\/api\/Spaces-\d+/i,
  hosts: /\.octopus\.app$/,
  fields: [['x-octopus-version'], ['octopus-node']],
  body: /"ErrorMessage":"[^"]*",\s*"Errors":\[/,
  keys: [{ form: /^API-[A-Z0-9]{16,}$/, kind: 'API key', goes: ['field x-octopus-apikey'] }],
  sources: ['https://octopus.com/docs/octopus-rest-api/getting-started'],
  doors: ['field x-octopus-apikey', 'authorization bearer', 'query apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /The API key you provided (?:was not valid|is invalid)|Invalid username or password/i,
      explanation: 'Octopus does not know the key: it was deleted, is over, or is of another server.',
      seen: {
        sent: key,
        body: '{"ErrorMessage":"The API key you provided was not valid. Please double-check your API key and try again.","Errors":[]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You must be logged in to (?:request this resource|perform this action)/i,
      notSent: /^(?!cookie)/,
      explanation: 'Octopus saw no key; it goes in X-Octopus-ApiKey.',
      seen: {
        sent: {},
        body: '{"ErrorMessage":"You must be logged in to request this resource. Please provide a valid API key or log in.","Errors":[]}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /anti-?forgery token was not supplied or was invalid/i,
      explanation:
        'A session by cookie wants X-Octopus-Csrf-Token with the value of its cookie; with an API key none is needed.',
      seen: {
        sent: { Cookie: 'OctopusIdentificationToken_a=xyz' },
        body: '{"ErrorMessage":"A required anti-forgery token was not supplied or was invalid.","Errors":[]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to perform this action|Missing permission: /i,
      explanation: 'The key’s owner is in no team with this permission in this space.',
      seen: {
        status: 403,
        sent: key,
        body: '{"ErrorMessage":"You do not have permission to perform this action. Please contact your Octopus administrator. Missing permission: ProjectView","Errors":[]}',
      },
    },
  ],
});
