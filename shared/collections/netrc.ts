import { parseNetrc, type NetrcEntry } from '../netrc/parse-netrc.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering } from './gathering.ts';

/** A netrc file: each login becomes a profile of its own. */
export const netrc: CollectionReader = {
  form: 'netrc',
  label: 'netrc file',
  read(files, newId) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return undefined;
    const isNamed = /(?:^|\/)[._]?netrc$|\.netrc$/i.test(file.name);
    if (
      !isNamed &&
      !/^(?:\s*#.*\n)*\s*(?:machine\s+\S+|default)\s+(?:login|password|account)\s/.test(file.text)
    )
      return undefined;
    const { entries, problems } = parseNetrc(file.text);
    const gathering = new Gathering(newId);
    for (const problem of problems) gathering.leave('Passed over', problem.replace(/\.$/, ''));
    if (/^\s*macdef\s/m.test(file.text)) gathering.leave('Macros are not run here', 'macdef');
    for (const entry of entries) login(gathering, entry);
    return { ok: true, collection: gathering.collection('Logins', 'netrc') };
  },
};

const login = (
  gathering: Gathering,
  { machine, login: username = '', password, account }: NetrcEntry,
): void => {
  const host = machine ?? 'default';
  if (account !== undefined) gathering.leave('An account, which HTTP does not have', host);
  if (password === undefined) gathering.leave('A login without a password', host);
  gathering.profile(username === '' ? host : `${username} at ${host}`, 'basic', {
    username,
    password: plainSecret(password ?? ''),
  });
};
