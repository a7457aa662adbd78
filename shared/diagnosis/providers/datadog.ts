import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const datadog = defineProvider({
  id: 'datadog',
  name: 'Datadog',
  category: 'observability',
  address: 'https://api.datadoghq.com/api/v1/validate',
  hosts: /(^|\.)(datadoghq\.(com|eu)|ddog-gov\.com)$/,
  misleads: [{ says: '403 Forbidden', means: 'Mostly a key of another site, or a missing application key.' }],
  sources: [
    'https://docs.datadoghq.com/api/latest/authentication',
    'https://support.launchdarkly.com/hc/en-us/articles/15852343397019-Datadog-Error-403-Forbidden',
  ],
  doors: [
    'field dd-api-key',
    'field dd-application-key',
    'query api_key',
    'query application_key',
    'query dd-api-key',
    'authorization bearer',
    'path',
  ],
  needs: [{ at: ['field dd-api-key', 'query api_key'], beside: 'field dd-application-key' }],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization authorization: (?:bearer )?[0-9a-f]{32,40}$/i,
      status: [401, 403],
      explanation: 'Datadog reads its keys from DD-API-KEY and DD-APPLICATION-KEY.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' },
        body: '{"errors":["Forbidden"]}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      status: [401, 403],
      sent: /^field dd-application-key/,
      lacks: 'DD-API-KEY',
      explanation:
        'The application key goes beside the API key and not in its place: DD-API-KEY is not there.',
      seen: {
        status: 403,
        sent: { 'DD-APPLICATION-KEY': '0123456789abcdef0123456789abcdef01234567' },
        body: '{"errors":["Forbidden"]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^(?:errors?|): Forbidden$|Invalid API key|API key (?:is )?(?:invalid|required)/i,
      sent: /^field dd-api-key: /,
      explanation:
        'Datadog does not know the keys here: each belongs to one site (datadoghq.com, .eu, us3, us5, ap1), reading wants DD-APPLICATION-KEY as well, and neither takes the place of the other.',
      seen: {
        status: 403,
        sent: { 'DD-API-KEY': '0123456789abcdef0123456789abcdef' },
        body: '{"errors":["Forbidden"]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Failed permission authorization checks/i,
      explanation: 'The application key’s scopes or its owner’s role do not cover the call.',
      seen: {
        status: 403,
        sent: { 'DD-API-KEY': '0123456789abcdef0123456789abcdef' },
        body: '{"errors":["Forbidden","Failed permission authorization checks"]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^errors?: (?:Unauthorized|API key required)$/i,
      notSent: /./,
      explanation: 'Datadog saw no key.',
      seen: { sent: {}, body: '{"errors":["Unauthorized"]}' },
    },
  ],
});
