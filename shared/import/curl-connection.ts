import { utf8OfBytes } from '../exchange/bytes.ts';
import { connectionSettingsOf, type ConnectionSettings } from '../workspace/connection-settings.ts';
import { parseConnectTo } from '../workspace/connect-to.ts';
import { parseOwnAnswer } from '../workspace/own-answer.ts';
import type { GivenOption } from './curl-words.ts';

type TlsVersion = NonNullable<ConnectionSettings['tlsMinimum']>;

const tlsMinimums: Readonly<Record<string, TlsVersion>> = {
  tlsv1: '1.0',
  'tlsv1.0': '1.0',
  'tlsv1.1': '1.1',
  'tlsv1.2': '1.2',
  'tlsv1.3': '1.3',
};

const tlsVersion = (text: string | undefined): TlsVersion | undefined =>
  Object.values(tlsMinimums).find((version) => version === text);

/** --http1.1, --http2, -4, -6, --resolve, --connect-to, --interface, --unix-socket, --tlsv1.x and --tls-max; of what excludes each other the last one counts. */
export const readCurlConnection = (given: readonly GivenOption[], notes: string[]): ConnectionSettings => {
  const last = (...names: readonly string[]): GivenOption | undefined =>
    given.findLast((option) => option.on && names.includes(option.name));
  const text = (name: string): string | undefined => {
    const value = last(name)?.value;
    return value === undefined ? undefined : utf8OfBytes(value);
  };
  const version = last('http1.1', 'http2', 'http2-prior-knowledge')?.name;
  if (version === 'http2') {
    notes.push(
      '--http2 asks for HTTP/2 where the server offers it over TLS; over http:// no upgrade is asked for.',
    );
  }
  const family = last('ipv4', 'ipv6')?.name;
  const tls = last(...Object.keys(tlsMinimums))?.name;
  const all = (name: string): readonly string[] =>
    given.filter((option) => option.name === name).map(({ value }) => utf8OfBytes(value));
  const resolve = all('resolve');
  for (const answer of resolve.filter((one) => parseOwnAnswer(one) === undefined)) {
    notes.push(`--resolve ${answer} was left out: only host:port:address is carried over.`);
  }
  const connectTo = all('connect-to');
  for (const rule of connectTo.filter((one) => parseConnectTo(one) === undefined)) {
    notes.push(`--connect-to ${rule} was left out: only host:port:host:port is carried over.`);
  }
  const newest = text('tls-max');
  if (newest !== undefined && newest !== 'default' && tlsVersion(newest) === undefined) {
    notes.push(`--tls-max ${newest} was left out: only 1.0 to 1.3 are carried over.`);
  }
  return connectionSettingsOf({
    // The server's choice is what --http2 asks for, and the usual way here.
    httpVersion: version === 'http1.1' ? '1.1' : version === 'http2-prior-knowledge' ? '2' : undefined,
    ipVersion: family === undefined ? undefined : family === 'ipv4' ? '4' : '6',
    resolve: resolve.filter((one) => parseOwnAnswer(one) !== undefined),
    connectTo: connectTo.filter((one) => parseConnectTo(one) !== undefined),
    bindAddress: text('interface')?.replace(/^(?:if|host)!/, ''),
    unixSocket: text('unix-socket'),
    tlsMinimum: tls === undefined ? undefined : tlsMinimums[tls],
    tlsMaximum: tlsVersion(newest),
  });
};
