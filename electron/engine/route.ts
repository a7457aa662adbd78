import { readFile, stat } from 'node:fs/promises';
import { appSettingsIn } from '../../shared/settings/app-settings.ts';
import { substitute, type Variables } from '../../shared/compose/variables.ts';
import type { ClientCertificateFiles } from '../../shared/workspace/client-certificate.ts';
import {
  filledConnectionSettings,
  type ConnectionSettings,
} from '../../shared/workspace/connection-settings.ts';
import { openSecret } from '../../shared/workspace/credentials.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { patternOfServer } from '../../shared/workspace/host-pattern.ts';
import { EngineError } from '../errors.ts';
import type { ClientCertificateSource } from '../net/client-certificate.ts';
import type { Route } from '../net/transport-types.ts';
import { proxyChooser } from '../net/proxies/proxy-chooser.ts';
import type { EngineContext } from './context.ts';
import { openProxyServer } from './network.ts';

type RouteSettings = ConnectionSettings &
  Pick<DraftSettings, 'verifyTls' | 'caFile' | 'proxy' | 'noProxy' | 'clientCertificate'>;

const caLimit = 4 * 1024 * 1024;

/**
 * How a request travels: by its own settings and by what the workspace says of hosts. `url` is the request's own
 * address, the only one to which its own client certificate is shown.
 * @throws EngineError where the file of authorities cannot be read
 */
export const routeOf = async (
  context: EngineContext,
  settings: RouteSettings,
  variables: Variables,
  url?: string,
): Promise<Route> => {
  const fill = (text: string): string => substitute(text, variables).value;
  const open = (secret: ClientCertificateFiles['passphrase']): Promise<string> =>
    openSecret(secret, (ref) => context.vault.get(ref));
  const sourceOf = async (
    { certificateFile, keyFile, passphrase }: ClientCertificateFiles,
    host: string,
    note: string,
  ): Promise<ClientCertificateSource> => ({
    host,
    note,
    certificateFile: fill(certificateFile).trim(),
    keyFile: keyFile === undefined ? undefined : fill(keyFile).trim(),
    passphrase: fill(await open(passphrase)),
  });
  const { noProxy, clientCertificate } = settings;
  const caFile = settings.caFile === undefined ? '' : fill(settings.caFile).trim();
  const authorityFiles = [appSettingsIn(context.preferences.current()).authorityFile.trim(), caFile].filter(
    (path) => path !== '',
  );
  const proxy = await openProxyServer(settings.proxy, context.vault, fill);
  const { hostRules } = context.workspace().current();
  const ownHost = url === undefined ? undefined : patternOfServer(url);
  const clientCertificates = [
    ...(clientCertificate === undefined || ownHost === undefined
      ? []
      : [await sourceOf(clientCertificate, ownHost, 'named by this request')]),
    ...(await Promise.all(
      hostRules.flatMap(({ name, clientCertificate: files }) =>
        files === undefined ? [] : [sourceOf(files, name, `for ${name}`)],
      ),
    )),
  ];
  const uncheckedHosts = hostRules.filter(({ verifyTls }) => !verifyTls).map(({ name }) => name);
  return {
    ...filledConnectionSettings(settings, fill),
    verifyTls: settings.verifyTls,
    ca: await Promise.all(authorityFiles.map(readAuthorities)),
    proxy: undefined,
    proxyFor: proxyChooser(context.proxies, {
      proxy,
      noProxy: noProxy === undefined ? undefined : fill(noProxy),
    }),
    ...(clientCertificates.length === 0 ? {} : { clientCertificates }),
    ...(uncheckedHosts.length === 0 ? {} : { uncheckedHosts }),
  };
};

const readAuthorities = async (path: string): Promise<string> => {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined)
    throw new EngineError('bad-argument', `The file of authorities ${path} cannot be read.`);
  if (size > caLimit) throw new EngineError('bad-argument', `The file of authorities ${path} is too large.`);
  const text = await readFile(path, 'utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new EngineError('bad-argument', `${path} holds no certificate in PEM form.`);
  }
  return text;
};
