import { STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const winrm = defineProvider({
  id: 'winrm',
  name: 'Windows Remote Management',
  category: 'device',
  address: 'https://host.example.com:5986/wsman',
  paths: /^\/wsman\b/,
  challenge: /^Basic WSMAN$/i,
  body: /schemas\.microsoft\.com\/wbem\/wsman/,
  sources: ['https://github.com/diyan/pywinrm/blob/eba9ce05b13889360c49086e374fcd0272c65c6c/README.md'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      path: /^\/wsman/,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation:
        'Basic knows local accounts only and is off by default; a domain’s account wants Negotiate or Kerberos.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="WSMAN"' },
      },
    },
    {
      cause: 'integrated-auth-required',
      weight: TOLD,
      path: /^\/wsman/,
      notSent: /^authorization authorization: (?:negotiate|kerberos|ntlm|digest)/i,
      status: [401],
      explanation: 'WinRM logs in with Negotiate or Kerberos.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Negotiate' },
        body: '<s:Envelope xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd http://schemas.microsoft.com/wbem/wsman"></s:Envelope>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Access is denied/i,
      path: /^\/wsman/,
      explanation: 'The account is known and no member of Remote Management Users or the administrators.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: 'Access is denied.',
        url: 'https://host.example.com:5986/wsman',
      },
    },
  ],
});
