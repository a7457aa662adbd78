import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mailgun = defineProvider({
  id: 'mailgun',
  name: 'Mailgun',
  category: 'messaging',
  address: 'https://api.mailgun.net/v3/domains',
  hosts: /(^|\.)mailgun\.net$/,
  keys: [
    { form: /^key-[0-9a-f]{32}$/, kind: 'API key', goes: ['authorization basic'] },
    { form: /^pubkey-/, kind: 'public validation key' },
  ],
  misleads: [{ says: 'Forbidden', means: 'Comes with 401 and means an unknown key or the other region.' }],
  sources: [
    'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication',
    'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^: Forbidden$|Invalid private key/i,
      status: [401],
      explanation:
        'Mailgun does not know the key here. The user is always api, the key belongs to one region (api.mailgun.net or api.eu.mailgun.net), and a sending key only sends.',
      seen: { sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' }, body: 'Forbidden' },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation: 'Mailgun takes Basic with the user api and the key as password.',
      seen: 'Forbidden',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /data ?center|different region|Domain not found: /i,
      explanation: 'Key and domain belong to another region of the service.',
      seen: {
        status: 404,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"Domain not found: mg.example.com"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account (?:is )?(?:disabled|temporarily disabled|suspended)|not allowed to send/i,
      explanation: 'The account is switched off or must be activated.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"Domain mg.example.com is not allowed to send: The account is temporarily disabled."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"IP address is not whitelisted"}',
      },
    },
  ],
});
