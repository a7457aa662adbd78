import { utf8ByteString } from '../exchange/bytes.ts';
import { connectionSettingsOf, type ConnectionSettings } from '../workspace/connection-settings.ts';

/** How curl is told the way to the server: an option with its value each, byte strings, and what it cannot be told. */
export const curlConnection = (
  settings: ConnectionSettings,
  secure: boolean,
): { readonly groups: readonly (readonly string[])[]; readonly notes: readonly string[] } => {
  const own = connectionSettingsOf(settings);
  const { httpVersion, ipVersion, bindAddress, unixSocket, tlsMinimum, tlsMaximum, serverName } = own;
  const option = (name: string, value: string | undefined): (readonly string[])[] =>
    value === undefined ? [] : [[name, utf8ByteString(value)]];
  return {
    groups: [
      ...versionWords(httpVersion, secure),
      ...(ipVersion === undefined ? [] : [[`-${ipVersion}`]]),
      ...(own.resolve ?? []).flatMap((answer) => option('--resolve', answer)),
      ...(own.connectTo ?? []).flatMap((rule) => option('--connect-to', rule)),
      ...option('--interface', bindAddress),
      ...option('--unix-socket', unixSocket),
      ...(tlsMinimum === undefined || !secure ? [] : [[`--tlsv${tlsMinimum}`]]),
      ...(tlsMaximum === undefined || !secure ? [] : [['--tls-max', tlsMaximum]]),
    ],
    notes:
      serverName === undefined || !secure
        ? []
        : [`curl cannot name another server in the TLS handshake: it will name the host, not ${serverName}.`],
  };
};

/** Over TLS curl lets the server choose too, and without it speaks HTTP/1.1. */
const versionWords = (
  version: ConnectionSettings['httpVersion'],
  secure: boolean,
): readonly (readonly string[])[] => {
  if (version === undefined) return [];
  if (version === '1.1') return secure ? [['--http1.1']] : [];
  return [[secure ? '--http2' : '--http2-prior-knowledge']];
};
