import type { Wordings } from './wording.test-support.ts';

const callback = (query: string) => ({ url: `https://app.example.com/auth/callback?${query}` });
const authorize = (location: string) => ({
  url: 'https://id.example.com/oauth/authorize?client_id=web&response_type=code',
  received: { Location: location },
});

/** What an authorization server says when it sends the browser back, and what the application makes of it. */
export const callbacks: Wordings = {
  'consent-missing': [
    ['cookie', 302, '', authorize('https://app.example.com/cb?error=access_denied&state=xyz')],
    ['cookie', 302, '', authorize('https://app.example.com/cb#error=consent_required&state=xyz')],
    ['cookie', 303, '', authorize('myapp://done?error=user_denied&state=xyz')],
    ['cookie', 500, 'Internal Server Error', callback('error=access_denied&state=xyz')],
    ['cookie', 401, '<html><title>Login failed</title></html>', callback('error=access_denied&state=xyz')],
    ['cookie', 200, '<html><title>Home</title></html>', callback('error=access_denied&state=xyz')],
    ['nothing', 400, 'Login was not finished', callback('error=user_cancelled_login&state=xyz')],
    ['nothing', 404, 'Not found', callback('error=access_denied&error_reason=user_denied')],
    ['token', 403, 'The user has not granted the app access'],
    ['token', 403, 'Authorization has been denied by the user'],
    ['token', 403, 'The application has not been approved by an administrator'],
    ['token', 403, 'Admin approval required'],
    ['token', 403, 'This app has not been installed on the account'],
    ['token', 403, 'Third party application is not approved'],
    ['token', 403, 'grant_required: application is missing a grant for this organization'],
  ],
  'redirect-uri-mismatch': [
    ['nothing', 400, 'Bad Request', callback('error=redirect_uri_mismatch&state=xyz')],
  ],
  'scope-insufficient': [
    ['cookie', 500, 'Error', callback('error=invalid_scope&error_description=Unknown+scope+admin&state=xyz')],
  ],
};
