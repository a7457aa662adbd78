import { defineLogServer } from './log-server.ts';
import { powershellString, utc } from './shell-words.ts';

export const iis = defineLogServer({
  id: 'iis',
  label: 'IIS',
  speaks: [
    { field: 'Server', says: /microsoft-(?:iis|httpapi)/i },
    { field: 'X-Powered-By', says: /asp\.net/i },
  ],
  commands: ({ method, path, atSeconds }) => {
    // The log is written in UTC, one file a day: u_ex261127.log.
    const day = utc(atSeconds).slice(2, 10).replaceAll('-', '');
    return [
      {
        shows:
          'the request with status and sub-status: 401.1 logon failed, 401.2 by configuration, 401.3 by file rights',
        command: `Select-String -Path "$env:SystemDrive\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex${day}.log" -SimpleMatch ${powershellString(` ${method} ${path} `)}`,
      },
      {
        shows: 'logons that Windows refused in that minute, with the reason (event 4625)',
        command: `Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4625; StartTime = [datetime]${powershellString(utc(atSeconds, -30))}; EndTime = [datetime]${powershellString(utc(atSeconds, 30))} } | Format-List TimeCreated, Message`,
      },
      {
        shows: 'which ways of authentication are switched on',
        command:
          '& "$env:SystemRoot\\System32\\inetsrv\\appcmd.exe" list config /section:system.webServer/security/authentication',
      },
    ];
  },
});
