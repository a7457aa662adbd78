import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const login = {
  url: 'https://cp.example.com/web_api/login',
  sent: {},
  posted: '{"user":"anna","password":"keycard"}',
};
const seen = (code: string, message: string) => JSON.stringify({ code, message });

export const checkPoint = defineProvider({
  id: 'check-point',
  name: 'Check Point',
  category: 'device',
  address: login.url,
  paths: /^\/web_api\//,
  body: /"code"\s*:\s*"(?:generic_err_wrong_session_id|err_login_failed\w*|generic_err_missing_session_id|err_too_many_requests)"/,
  sources: [
    'https://sc1.checkpoint.com/documents/latest/APIs/index.html#introduction',
    'https://community.checkpoint.com/t5/API-CLI-Discussion/Enabling-web-api/td-p/32641',
  ],
  lives: { seconds: 600, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^code: generic_err_wrong_session_id$/,
      explanation: 'The session is over after ten minutes without a call: log in again, or send keepalive.',
      seen: {
        url: 'https://cp.example.com/web_api/show-hosts',
        sent: { 'X-chkp-sid': 'Zx81kQp07vTnE4sWc2RbYh6' },
        posted: '{}',
        body: seen(
          'generic_err_wrong_session_id',
          'Wrong session id [Zx81]. Session may be expired. Please check session id and resend the request.',
        ),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^code: generic_err_missing_session_id$/,
      explanation: 'Log in first and send its sid in X-chkp-sid.',
      seen: {
        url: 'https://cp.example.com/web_api/show-hosts',
        sent: {},
        posted: '{}',
        body: seen('generic_err_missing_session_id', 'Missing header: [X-chkp-sid]'),
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^code: err_login_failed$/,
      explanation: 'The management server does not know this administrator with this password or API key.',
      seen: { ...login, status: 400, body: seen('err_login_failed', 'Authentication to server failed.') },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^code: err_login_failed_\w+$/,
      explanation: 'The login is right; sessions are locked, too many are open, or the account is.',
      seen: {
        ...login,
        status: 400,
        body: seen(
          'err_login_failed_more_than_one_opened_session',
          'There is more than one opened session for this administrator.',
        ),
      },
    },
  ],
});
