import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (message: string, url: string, sent: Readonly<Record<string, string>>) => ({
  url,
  sent,
  body: JSON.stringify({ error: 'UnauthorizedError', message }),
});
const cloud = 'https://cloud.langfuse.com/api/public/traces';
const basic = { Authorization: 'Basic cGstbGYtMGExYjJjM2Q6c2stbGYtNGU1ZjYwNzE=' };

export const langfuse = defineProvider({
  id: 'langfuse',
  name: 'Langfuse',
  category: 'observability',
  address: cloud,
  hosts: /^(?:[a-z]+\.)?cloud\.langfuse\.com$/,
  paths: /^\/api\/public\/(?:ingestion|traces|otel|observations|scores|datasets|v2\/prompts)\b/,
  body: /Confirm that you've configured the correct host/,
  misleads: [
    {
      says: 'Confirm that you’ve configured the correct host',
      means: 'Keys of one region are unknown in the others, and at one’s own server.',
    },
  ],
  sources: [
    'https://langfuse.com/docs/api-and-data-platform/features/public-api',
    'https://langfuse.com/faq/all/error-handling-and-timeouts',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  keys: [
    { form: /^pk-lf-/, kind: 'public key', goes: ['authorization basic'] },
    { form: /^sk-lf-/, kind: 'secret key', goes: ['authorization basic'] },
  ],
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN + HINTED,
      status: [401],
      sent: /^basic authorization: sk-lf-/i,
      explanation:
        'The public key is the user and the secret key the password: here they stand the other way round.',
      seen: seen("Invalid public key. Confirm that you've configured the correct host.", cloud, {
        Authorization: 'Basic c2stbGYtOWMzYWQ0YmQtMDAwMTpway1sZi05YzNhZDRiZC0wMDAy',
      }),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid (?:credentials|public key)\. Confirm that you've configured the correct host/i,
      explanation:
        'The pair is unknown here: cloud, us.cloud, hipaa.cloud and each own server have their own keys.',
      seen: seen("Invalid credentials. Confirm that you've configured the correct host.", cloud, basic),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^(?:message: )?No authorization header$/i,
      notSent: /^authorization /,
      explanation: 'Public and secret key are user and password of Basic.',
      seen: seen('No authorization header', cloud, {}),
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /Invalid authorization header/i,
      explanation:
        'Authorization holds Basic and the two keys; a key made before version 3 may lack its organisation.',
      seen: seen("Invalid authorization header. Confirm that you've configured the correct host.", cloud, {
        Authorization: 'Basic pk-lf-0a1b2c3d',
      }),
    },
  ],
});
