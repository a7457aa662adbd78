import { readFile } from 'node:fs/promises';
import type { Environment } from '../../shared/proxy/environment.ts';
import { connectionSettingsOf } from '../../shared/workspace/connection-settings.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { patternOfServer } from '../../shared/workspace/host-pattern.ts';
import { typedSecret } from '../../shared/workspace/secret.ts';
import type { Route } from '../net/transport-types.ts';
import { UsageError } from './command.ts';
import { curlProxies } from './curl-proxies.ts';

/** How a request of the command line travels. @throws UsageError where the file of authorities cannot be read */
export const curlRoute = async (settings: DraftSettings, url: string, env: Environment): Promise<Route> => {
  const { caFile, verifyTls, clientCertificate } = settings;
  const unreadable = (): never => {
    throw new UsageError(`The file of authorities ${caFile ?? ''} cannot be read.`);
  };
  const host = patternOfServer(url);
  return {
    ...connectionSettingsOf(settings),
    verifyTls,
    ca: caFile === undefined ? [] : [await readFile(caFile, 'utf8').catch(unreadable)],
    proxy: undefined,
    proxyFor: curlProxies(settings, env),
    ...(clientCertificate === undefined || host === undefined
      ? {}
      : {
          clientCertificates: [
            {
              host,
              note: 'named on the command line',
              certificateFile: clientCertificate.certificateFile,
              keyFile: clientCertificate.keyFile,
              passphrase: typedSecret(clientCertificate.passphrase),
            },
          ],
        }),
  };
};
