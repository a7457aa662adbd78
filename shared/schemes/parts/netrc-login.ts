import { plainHostnameIn } from '../../exchange/url.ts';
import {
  credentialsFrom,
  FlowStopped,
  type CurlWords,
  type FormField,
  type OpenSettings,
  type OutgoingRequest,
  type Step,
  type StepResult,
} from '../scheme.ts';

/** Where a user name and a password come from, for the schemes that take both. */
export const loginSources = ['typed', 'netrc'] as const;

export interface LoginSettings {
  readonly source: (typeof loginSources)[number];
  readonly username: string;
  readonly password: string;
  /** Another netrc file than usual; empty for that one. */
  readonly netrcFile: string;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

const isFromNetrc = ({ source }: OpenSettings): boolean => source === 'netrc';

export const isTyped = ({ source }: OpenSettings): boolean => source !== 'netrc';

/** Their fields of a form, after user name and password. */
export const netrcFields: readonly FormField[] = [
  {
    name: 'source',
    label: 'Taken from',
    kind: 'choice',
    choices: [
      { value: 'typed', label: 'Typed here' },
      { value: 'netrc', label: 'netrc file', note: 'by the host of the request' },
    ],
  },
  {
    name: 'netrcFile',
    label: 'netrc file',
    kind: 'file',
    placeholder: 'NETRC, or .netrc in your home folder',
    help: 'Read anew for each request. A user name typed above chooses among several logins of a host.',
    when: isFromNetrc,
  },
];

/** Nothing was typed, and nothing is to be read. */
export const hasNoLogin = ({ source, username, password }: LoginSettings): boolean =>
  source === 'typed' && username === '' && password === '';

/** @throws FlowStopped `netrc-no-login` where the file knows no login for the host */
export function* loginOf(
  request: OutgoingRequest,
  { source, username, password, netrcFile }: LoginSettings,
): Generator<Step, Login, StepResult> {
  if (source === 'typed') return { username, password };
  const host = plainHostnameIn(request.url) ?? '';
  const found = yield* credentialsFrom({
    kind: 'netrc',
    name: host,
    ...(username === '' ? {} : { login: username }),
    ...(netrcFile.trim() === '' ? {} : { file: netrcFile.trim() }),
  });
  if (found === undefined) {
    const whose = username === '' ? '' : ` of ${username}`;
    throw new FlowStopped(
      'netrc-no-login',
      `The netrc file has no login${whose} for ${host}. Add one, or choose “Typed here”.`,
    );
  }
  return { username: found['login'] ?? username, password: found['password'] ?? '' };
}

/** How curl says where the login comes from. */
export const loginWords = ({ source, username, password, netrcFile }: LoginSettings): CurlWords => {
  if (source === 'typed') {
    return { words: [{ text: '-u' }, { text: `${username}:${password}`, secret: true }], notes: [] };
  }
  const file = netrcFile.trim();
  return {
    words: file === '' ? [{ text: '--netrc' }] : [{ text: '--netrc-file' }, { text: file }],
    notes:
      username === ''
        ? []
        : [`curl takes the first login of the host in the netrc file, not that of ${username}.`],
  };
};
