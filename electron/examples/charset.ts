import { basicPair, challenged, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft } from './example.ts';

const info = {
  id: 'charset',
  title: 'Password with ü in the wrong charset',
  lesson: 'Basic sends bytes, and ü is other bytes in UTF-8 than in ISO-8859-1.',
  status: 401,
  scheme: 'Basic',
} as const;

const username = 'jürgen';
const password = 'schlüssel';

/** The server is of the old kind and reads ISO-8859-1; the right password in UTF-8 is a wrong one. */
export const charset = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      auth: {
        kind: 'own',
        scheme: 'basic',
        settings: { username, password: { plain: password }, charset: 'utf-8' },
      },
    }),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    return basicPair(request) === `${username}:${password}`
      ? reached(username)
      : challenged('Basic realm="example"', { error: 'unauthorized' });
  },
});
