import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zabbix = defineProvider({
  id: 'zabbix',
  name: 'Zabbix',
  category: 'observability',
  address: 'https://zabbix.example.com/api_jsonrpc.php',
  paths: /\/api_jsonrpc\.php$/,
  body: /"jsonrpc"\s*:\s*"2\.0"\s*,\s*"error"\s*:\s*\{\s*"code"\s*:\s*-32(?:602|500|600)\s*,\s*"message"\s*:\s*"(?:Invalid params\.|Application error\.|Invalid request\.)"/,
  sources: [
    'https://www.zabbix.com/documentation/current/en/manual/api',
    'https://github.com/zabbix/zabbix/blob/master/ui/include/classes/api/services/CUser.php',
  ],
  misleads: [
    {
      says: '-32602 Invalid params.',
      means: 'Refused logins and sessions have this code as well; data tells.',
    },
  ],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /Session terminated, re-login/i,
      explanation:
        'The session behind the token was ended or is over; an API token that was deleted is answered in the same way.',
      seen: {
        status: 200,
        sent: {},
        posted:
          '{"jsonrpc":"2.0","method":"host.get","params":{},"auth":"0424bd59b807674191e7d77572075f33","id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"Session terminated, re-login, please."},"id":1}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Incorrect user name or password|Login name or password is incorrect/i,
      explanation:
        'Zabbix does not know the pair; after five wrong ones the account is blocked for a while, in the same words.',
      seen: {
        status: 200,
        sent: {},
        posted:
          '{"jsonrpc":"2.0","method":"user.login","params":{"username":"Admin","password":"word-of-kim"},"id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32500,"message":"Application error.","data":"Incorrect user name or password or account is temporarily blocked."},"id":1}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Not authori[sz]ed\.?/i,
      notSent: /^authorization/,
      explanation:
        'No token came. Since version 6.4 it goes into Authorization behind Bearer, before that into the member auth.',
      seen: {
        status: 200,
        sent: {},
        posted: '{"jsonrpc":"2.0","method":"host.get","params":{},"id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"Not authorized."},"id":1}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Not authori[sz]ed\.?/i,
      sent: /^authorization authorization: basic/i,
      explanation:
        'Basic is for the web server at most: the interface wants the token that user.login hands out, or an API token.',
      seen: {
        status: 200,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        posted: '{"jsonrpc":"2.0","method":"host.get","params":{},"id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"Not authorized."},"id":1}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /Not authori[sz]ed\.?/i,
      notSent: /^authorization/,
      explanation:
        'The token stands in the member auth, which since version 7.2 is not read: send it in Authorization behind Bearer.',
      seen: {
        status: 200,
        sent: {},
        posted:
          '{"jsonrpc":"2.0","method":"host.get","params":{},"auth":"0424bd59b807674191e7d77572075f33","id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"Not authorized."},"id":1}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /unexpected parameter "auth"/i,
      explanation:
        'Since version 7.2 the member auth is gone: send the token in Authorization behind Bearer.',
      seen: {
        status: 200,
        sent: {},
        posted:
          '{"jsonrpc":"2.0","method":"host.get","params":{},"auth":"0424bd59b807674191e7d77572075f33","id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid request.","data":"Invalid parameter \\"/\\": unexpected parameter \\"auth\\"."},"id":1}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /No permissions to (?:call|referred object)/i,
      explanation: 'The role of the user does not allow this method, or its groups not this host.',
      seen: {
        status: 200,
        posted: '{"jsonrpc":"2.0","method":"user.create","params":{},"id":1}',
        body: '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"No permissions to call \\"user.create\\"."},"id":1}',
      },
    },
  ],
});
