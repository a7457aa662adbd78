import { defineLogServer } from './log-server.ts';
import { utc, word } from './shell-words.ts';

export const envoy = defineLogServer({
  id: 'envoy',
  label: 'Envoy',
  speaks: [
    { field: 'Server', says: /envoy/i },
    { field: 'X-Envoy-Upstream-Service-Time', says: /./ },
  ],
  commands: ({ method, path, atSeconds, requestId }) => [
    {
      shows: 'the request with its response flags: UAEX is external authorization, UH no healthy upstream',
      command:
        requestId === undefined
          ? `grep -F ${word(utc(atSeconds).slice(0, 16))} /var/log/envoy/access.log | grep -F -- ${word(`${method} ${path}`)}`
          : `grep -F -- ${word(requestId)} /var/log/envoy/access.log`,
    },
    {
      shows: 'which filter refuses: counts of jwt_authn, ext_authz and rbac',
      command: String.raw`curl -s localhost:9901/stats | grep -E '(jwt_authn|ext_authz|rbac|oauth2)\..*(denied|error|failed|unauthorized)'`,
    },
    {
      shows:
        'the refusals as they happen, with the reason of the JWT filter; set it back to warning afterwards',
      command: String.raw`curl -s -X POST 'localhost:9901/logging?jwt=debug&filter=debug&rbac=debug'`,
    },
  ],
});
