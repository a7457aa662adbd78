import { nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'login-page',
  title: 'A login page that says 200',
  lesson:
    'A session that is over may be answered by a page for people, with status 200. The user is alice, the password wonderland.',
  status: 200,
  scheme: 'Cookie',
} as const;

const session = 'example-session-of-today';

const page = `<!doctype html>
<html lang="en">
<head><title>Sign in</title></head>
<body>
<h1>Sign in</h1>
<p>Your session has expired. Please sign in again.</p>
<form method="post" action="login">
<label>User name <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button>Sign in</button>
</form>
</body>
</html>
`;

/** The session is over, and instead of a 401 comes a page for people, with status 200. */
export const loginPage = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      fields: [
        { name: 'Accept', value: 'application/json', on: true },
        ...typedField('Cookie', 'session=example-session-of-last-week').fields,
      ],
    }),
  }),
  answer(request) {
    if (request.form.get('username') === 'alice' && request.form.get('password') === 'wonderland') {
      return {
        status: 200,
        fields: { 'Set-Cookie': `session=${session}; Path=/${info.id}; HttpOnly` },
        body: '{}',
      };
    }
    if (request.path === '/login')
      return { status: 200, fields: { 'Cache-Control': 'no-store' }, body: page };
    if (request.path !== '/v1/me') return nothingHere;
    const cookies = (request.field('Cookie') ?? '').split(/;\s*/);
    return cookies.includes(`session=${session}`)
      ? reached('alice')
      : { status: 302, fields: { Location: `/${info.id}/login?next=%2Fv1%2Fme` }, body: '' };
  },
});
