import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const django = defineProvider({
  id: 'django',
  name: 'Django',
  category: 'framework',
  address: 'https://app.example.com/accounts/login/',
  body: /CSRF verification failed\. Request aborted\.|Reason given for failure:/,
  sources: [
    'https://docs.djangoproject.com/en/stable/ref/csrf/',
    'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    'https://github.com/django/django/blob/main/django/views/csrf.py',
  ],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Origin checking failed/i,
      explanation:
        'The page’s origin is not in CSRF_TRUSTED_ORIGINS, which since version 4 names scheme and host; behind a proxy that ends TLS Django takes the site for http unless SECURE_PROXY_SSL_HEADER says otherwise.',
      seen: {
        status: 403,
        body: '<html><head><title>403 Forbidden</title></head><body><p>CSRF verification failed. Request aborted.</p><p>Reason given for failure:</p><pre>Origin checking failed - https://app.example.com does not match any trusted origins.</pre></body></html>',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Referer checking failed/i,
      explanation:
        'Over HTTPS Django wants a Referer of its own host, which clients other than browsers do not send.',
      seen: {
        status: 403,
        body: '<html><head><title>403 Forbidden</title></head><body><p>CSRF verification failed. Request aborted.</p><pre>Referer checking failed - no Referer.</pre></body></html>',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /CSRF (?:verification failed|cookie not set|token missing)/i,
      explanation:
        'Django compares the cookie csrftoken with X-CSRFToken or the field csrfmiddlewaretoken: fetch a page first, and send both.',
      seen: {
        status: 403,
        body: '<html><head><title>403 Forbidden</title></head><body><p>CSRF verification failed. Request aborted.</p><p>You are seeing this message because this site requires a CSRF cookie when submitting forms.</p></body></html>',
      },
    },
  ],
});
