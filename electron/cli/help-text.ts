/** Every command of the shell with its one line; the keys are the words behind `why401`. */
export const usages = {
  explain: [
    'explain [--json | --report md|har] [--all] FILE…',
    'says why a recorded request failed (HAR, curl -v, raw HTTP; - is standard input); as a report for a ticket',
  ],
  inspect: ['inspect [--json] [FILE]', 'says what a pasted text is and what is in it'],
  curl: ['curl [--offline] …', 'takes curl’s arguments, sends through why401, explains a failure'],
  send: [
    'send NAME|FILE [--profile P] [--env E] [--offline] [--at TIME] [--json] [--repeat N]',
    'sends a saved request or a request file',
  ],
  experiment: [
    'experiment NAME|FILE [--ask ID] [--yes] [--requests N] [--logins N] [--unsafe] [--env E] [--json]',
    'sends a request and lists what could tell why it is refused; with --yes finds it out',
  ],
  compare: [
    'compare [--json] REFUSED WORKS',
    'names in what two requests differ (HAR, cURL, raw HTTP, fetch), likeliest to matter first; sends nothing',
  ],
  export: [
    'export NAME --as curl|curl-cmd|curl-powershell|har|LANGUAGE:LIBRARY [--with-secrets|--secret-variables]',
    'writes a saved request as a command or as code, or its last attempt as HAR',
  ],
  serve: ['serve [--port N] [--no-open]', 'opens the window in a browser; this machine only'],
} as const satisfies Readonly<Record<string, readonly [usage: string, summary: string]>>;

export const helpText = (): string =>
  [
    'why401 says why an API answered 401, and mends what can be mended from the client.',
    '',
    ...Object.values(usages).flatMap(([usage, summary]) => [`  why401 ${usage}`, `      ${summary}`]),
    '  why401 --version',
    '  why401 --help',
    '',
    'Exit codes: 0 answered without an authentication failure, 1 authentication failure explained,',
    '2 wrong usage or unreadable input, 3 no answer (network, TLS).',
    '',
  ].join('\n');
