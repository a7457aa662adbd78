import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = {
  url: 'https://odoo.example.com/web/dataset/call_kw',
  status: 200,
  posted: '{"jsonrpc":"2.0","method":"call","params":{}}',
  received: { 'Content-Type': 'application/json' },
};
const fault = (name: string, message: string, code = 200) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: null,
    error: {
      code,
      message: code === 100 ? 'Odoo Session Expired' : 'Odoo Server Error',
      data: { name, message, arguments: [message] },
    },
  });

export const odoo = defineProvider({
  id: 'odoo',
  name: 'Odoo',
  category: 'productivity',
  address: call.url,
  paths: /^\/(?:jsonrpc$|xmlrpc\/2\/|web\/(?:dataset|session)\/)/,
  body: /odoo\.(?:http|exceptions|addons)\.|Odoo (?:Session Expired|Server Error)|openerp\./,
  misleads: [{ says: '200', means: 'JSON-RPC answers 200 to all; error.data.name is the answer.' }],
  sources: [
    'https://www.odoo.com/documentation/18.0/developer/reference/external_api.html',
    'https://github.com/odoo/odoo/blob/18.0/odoo/http.py',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /SessionExpiredException|Odoo Session Expired/,
      notSent: /session/i,
      explanation:
        'Odoo calls a session over that never began: log in at /web/session/authenticate and send its cookie session_id with each call.',
      seen: { ...call, sent: {}, body: fault('odoo.http.SessionExpiredException', 'Session expired', 100) },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /SessionExpiredException|Odoo Session Expired/,
      sent: /session/i,
      explanation:
        'The cookie session_id is over or of another worker’s store: log in at /web/session/authenticate; for programs, an API key over /jsonrpc or XML-RPC.',
      seen: {
        ...call,
        sent: { Cookie: 'session_id=8f0c' },
        body: fault('odoo.http.SessionExpiredException', 'Session expired', 100),
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /exceptions\.AccessDenied/,
      explanation:
        'Database, login and password or API key do not fit: with two-factor login a password alone opens no RPC, an API key does.',
      seen: {
        ...call,
        url: 'https://odoo.example.com/web/session/authenticate',
        sent: {},
        posted: '{"jsonrpc":"2.0","params":{"db":"prod","login":"anna","password":"keycard"}}',
        body: fault('odoo.exceptions.AccessDenied', 'Access Denied'),
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /exceptions\.AccessError|You are not allowed to (?:access|modify|create|delete)/,
      explanation:
        'The user’s groups or a record rule do not allow this model or record; the answer names the groups that do.',
      seen: {
        ...call,
        sent: { Cookie: 'session_id=8f0c' },
        body: fault(
          'odoo.exceptions.AccessError',
          "You are not allowed to access 'Sales Order' (sale.order) records.",
        ),
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /Session expired \(invalid CSRF token\)/i,
      explanation:
        'A form posted to an http route wants csrf_token; a route for programs is declared with csrf=False.',
      seen: {
        url: 'https://odoo.example.com/shop/cart/update',
        status: 400,
        sent: { Cookie: 'session_id=8f0c' },
        posted: 'product_id=1',
        body: '<title>400 Bad Request</title><h1>Bad Request</h1><p>Session expired (invalid CSRF token)</p><!-- odoo.http. -->',
      },
    },
  ],
});
