import type { Wordings } from './wording.test-support.ts';

const login = {
  method: 'POST',
  url: 'https://app.example.com/api/login',
  sent: { 'Content-Type': 'application/json' },
  posted: '{"username":"ada","password":"Lovelace-1843"}',
};
const form = {
  method: 'POST',
  url: 'https://app.example.com/login',
  sent: { 'Content-Type': 'application/x-www-form-urlencoded' },
  posted: 'username=ada&password=Lovelace-1843',
};
const led = (location: string) => ({ ...form, received: { Location: location } });
const page = (notice: string): string =>
  `<html><head><title>Log in</title></head><body>${notice}<form><input type="password" name="password"></form></body></html>`;

/** What a login is answered, whatever the status, and what counts how often somebody asks. */
export const limits: Wordings = {
  'credentials-rejected': [
    ['nothing', 302, '', led('/login?error')],
    ['nothing', 303, '', led('https://app.example.com/login')],
    ['nothing', 200, page('<div class="alert alert-danger">Invalid username or password.</div>'), form],
    ['nothing', 200, page('<p class="error">Benutzername oder Passwort falsch</p>'), form],
    ['nothing', 200, { success: false }, login],
    ['nothing', 200, { authenticated: false }, login],
    ['nothing', 200, { result: 'fail', msg: 'Wrong password' }, login],
    ['nothing', 200, { code: 1002, msg: 'user or password error' }, login],
  ],
  'account-unusable': [
    ['nothing', 200, page('<ul class="errorlist"><li>This account is inactive.</li></ul>'), form],
    ['nothing', 200, { ok: false, error: 'Account is locked' }, login],
  ],
  'rate-limited': [
    ['nothing', 200, page('<div id="login_error">Too many failed login attempts.</div>'), form],
    ['nothing', 200, { back: { msg: '507', success: false, lockDuration: '24' } }, form],
    ['nothing', 200, { success: false, retryAfter: 300 }, login],
    ['nothing', 403, 'Login disabled for 30 seconds after 5 failed attempts', login],
    ['nothing', 403, 'Maximum sessions reached', login],
    ['nothing', 401, 'concurrent session limit reached', login],
    ['token', 403, 'Please wait 60 seconds before trying again'],
    ['token', 403, 'Temporarily blocked, try later'],
    ['key', 403, 'Daily limit reached'],
    ['key', 403, 'Developer Over Qps'],
    ['key', 403, 'Request rate too high'],
    ['key', 403, 'Quota exhausted'],
    ['key', 403, '请求过于频繁'],
    ['token', 503, 'You have been rate limited.'],
    ['key', 503, 'Slow down'],
  ],
};
