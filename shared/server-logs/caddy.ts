import { defineLogServer } from './log-server.ts';
import { journalTime, word } from './shell-words.ts';

export const caddy = defineLogServer({
  id: 'caddy',
  label: 'Caddy',
  speaks: [
    { field: 'Server', says: /^caddy/i },
    { field: 'Via', says: /caddy/i },
  ],
  commands: ({ host, path, atSeconds }) => {
    const entries = `sudo journalctl -u caddy -o cat --since ${journalTime(atSeconds, -30)} --until ${journalTime(atSeconds, 30)}`;
    return [
      {
        shows: 'the request, its status, user and duration',
        command: `${entries} | jq -c --arg host ${word(host)} --arg path ${word(path)} 'select(.request? and (.request.host | startswith($host)) and (.request.uri | startswith($path))) | {ts, status, user_id, duration, request}'`,
      },
      {
        shows: 'errors and warnings of that minute: basic_auth, forward_auth, upstream',
        command: `${entries} | jq -c 'select(.level == "error" or .level == "warn")'`,
      },
      {
        shows: 'what guards the host, as it runs now',
        command: `curl -s localhost:2019/config/ | jq -c --arg host ${word(host)} '.apps.http.servers[].routes[] | select(any(.match[]?.host[]?; . == $host))'`,
      },
    ];
  },
});
