import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const alfresco = defineProvider({
  id: 'alfresco',
  name: 'Alfresco',
  category: 'productivity',
  address: 'https://docs.example.com/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-',
  paths: /^\/alfresco\/(?:api\/-|s(?:ervice)?\/api\/|wcservice\/|webdav\/)/,
  challenge: /^basic Alfresco\b/i,
  body: /"briefSummary"\s*:\s*"\d{8} |"errorKey"\s*:\s*"framework\.exception\./,
  sources: [
    'https://docs.alfresco.com/content-services/latest/develop/rest-api-guide/',
    'https://github.com/Alfresco/alfresco-sdk',
  ],
  misleads: [
    {
      says: 'Basic',
      means: 'A ticket is sent as Basic too, encoded alone, without user and colon.',
    },
  ],
  doors: ['authorization basic', 'authorization bearer', 'query alf_ticket'],
  prescribes: /^authorization authorization: basic (?:VElDS0VUX|Uk9MRV9USUNLRVQ6)/i,
  lives: { seconds: 3_600, ends: 'session-expired', idle: true },
  few: 'It says of every failed login the same, and of a missing right the other.',
  signs: [
    {
      cause: 'session-expired',
      weight: STATED,
      status: [401],
      sent: /^query alf_ticket: TICKET_|^basic authorization: (?:ROLE_TICKET:)?TICKET_/i,
      explanation:
        'A ticket is over an hour after its last use: fetch a new one at /authentication/versions/1/tickets.',
      seen: {
        sent: { Authorization: 'Basic VElDS0VUXzQzMjA1YzFhYjg3ZDRlMjE5NWYwYjZjOGQ3ZTllMGYx' },
        body: '{"error":{"errorKey":"framework.exception.ApiDefault","statusCode":401,"briefSummary":"05220000 Authentication failed for Web Script org/alfresco/api/ResourceWebScript.get","stackTrace":"","descriptionURL":"https://api-explorer.alfresco.com"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /framework\.exception\.PermissionDenied|Permission was denied/i,
      explanation: 'The user has no right on this node, or the call is an administrator’s.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"errorKey":"framework.exception.PermissionDenied","statusCode":403,"briefSummary":"05220001 Permission was denied","stackTrace":"","descriptionURL":"https://api-explorer.alfresco.com"}}',
      },
    },
  ],
});
