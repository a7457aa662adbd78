import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { netrcEntryFor, parseNetrc } from '../../shared/netrc/parse-netrc.ts';
import { FlowStopped } from '../../shared/schemes/scheme.ts';

const sizeLimit = 1024 * 1024;

/**
 * Login and password for a host, `undefined` where the file knows none. The file is the one that is named, else the one
 * that NETRC names, else .netrc in the home folder (_netrc where only that is there, as on Windows).
 * @throws FlowStopped `netrc-unreadable` where there is no such file
 */
export const readNetrc = async (
  host: string,
  login: string | undefined,
  file: string | undefined,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const path = await pathOf(file);
  const entry = netrcEntryFor(parseNetrc(await textOf(path)).entries, host, login);
  return (
    entry && {
      ...(entry.login === undefined ? {} : { login: entry.login }),
      ...(entry.password === undefined ? {} : { password: entry.password }),
    }
  );
};

const pathOf = async (file: string | undefined): Promise<string> => {
  const named = file ?? process.env['NETRC'] ?? '';
  if (named !== '') return named.replace(/^~(?=[/\\]|$)/, homedir());
  const [usual, other] = [join(homedir(), '.netrc'), join(homedir(), '_netrc')];
  return !(await isFile(usual)) && (await isFile(other)) ? other : usual;
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const textOf = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  const fits = found?.isFile() === true && found.size <= sizeLimit;
  const text = fits ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
  if (text !== undefined) return text;
  const why = found === undefined ? 'is not there' : 'cannot be read';
  throw new FlowStopped('netrc-unreadable', `The netrc file ${path} ${why}. Name another in Auth.`);
};
