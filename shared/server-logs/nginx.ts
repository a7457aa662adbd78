import { defineLogServer } from './log-server.ts';
import { minuteAt, word } from './shell-words.ts';

export const nginx = defineLogServer({
  id: 'nginx',
  label: 'nginx',
  speaks: [{ field: 'Server', says: /nginx|openresty|tengine/i }],
  commands: ({ method, path, atSeconds, requestId }) => [
    {
      shows: 'the request, its status and the user that was accepted',
      command: `sudo grep -F ${minuteAt(atSeconds, '%d/%b/%Y:%H:%M')} /var/log/nginx/access.log | grep -F -- ${word(`${method} ${path}`)}`,
    },
    {
      shows: 'why it was refused: password mismatch, user not found, client certificate, upstream',
      command: `sudo grep -F ${minuteAt(atSeconds, '%Y/%m/%d %H:%M')} /var/log/nginx/error.log`,
    },
    ...(requestId === undefined
      ? []
      : [
          {
            shows: 'the same request by its id, where the log format has $request_id',
            command: `sudo grep -rF -- ${word(requestId)} /var/log/nginx/`,
          },
        ]),
    {
      shows: 'what guards the place, and whether Authorization is passed on to the application',
      command: String.raw`sudo nginx -T 2>/dev/null | grep -nE 'server_name|location|auth_basic|auth_request|auth_jwt|ssl_verify_client|proxy_set_header +Authorization'`,
    },
  ],
});
