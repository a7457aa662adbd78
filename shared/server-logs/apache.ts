import { defineLogServer } from './log-server.ts';
import { minuteAt, word } from './shell-words.ts';

export const apache = defineLogServer({
  id: 'apache',
  label: 'Apache',
  speaks: [{ field: 'Server', says: /apache/i }],
  commands: ({ method, path, atSeconds }) => [
    {
      shows: 'the request, its status and the user that was accepted',
      command: `sudo grep -hF ${minuteAt(atSeconds, '%d/%b/%Y:%H:%M')} /var/log/apache2/*access*.log /var/log/httpd/*access* 2>/dev/null | grep -F -- ${word(`${method} ${path}`)}`,
    },
    {
      shows:
        'why it was refused: AH01617 password mismatch, AH01618 user not found, AH01630 denied by configuration',
      command: `sudo grep -hF ${minuteAt(atSeconds, '%a %b %d %H:%M')} /var/log/apache2/*error*.log /var/log/httpd/*error* 2>/dev/null`,
    },
    {
      shows: 'what guards the place, and whether CGI and FastCGI programs get Authorization',
      command: String.raw`sudo grep -rnE 'AuthType|AuthName|Require|CGIPassAuth|HTTP_AUTHORIZATION|SSLVerifyClient' /etc/apache2 /etc/httpd 2>/dev/null`,
    },
  ],
});
