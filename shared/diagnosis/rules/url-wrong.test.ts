import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { urlWrong } from './url-wrong.ts';

testRule(urlWrong, {
  silent: {
    'squid names the address of every refusal': {
      body: 'The following error was encountered while trying to retrieve the URL: http://127.0.0.1/open.json',
    },
    'a bare 401': { sent: opaque },
    'an unknown user': { sent: basic('a', 'b'), body: 'user does not exist' },
  },
  speaks: {
    'a realm that does not exist': {
      given: { sent: opaque, status: 404, body: { error: 'Realm does not exist' } },
      title: /wrong address/,
    },
    'a doubled slash': {
      given: { url: 'https://api.example.com//v1/me', sent: opaque },
      title: /doubled slash/,
      at: ['Request › URL'],
    },
  },
});
