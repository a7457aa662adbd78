import { bytesToByteString, utf8ByteString } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { formParameters, type FormParameter } from '../parts/form-parameters.ts';
import { FlowStopped, type OutgoingBody, type OutgoingRequest } from '../scheme.ts';

/** Every byte but RFC 3986's unreserved ones (RFC 5849 §3.6). Takes a byte string. */
export const oauth1Encode = (bytes: string): string =>
  bytes.replace(
    /[^A-Za-z0-9\-._~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** RFC 5849 §3.4.1.3.2: encoded first, then sorted by bytes, names before values. */
export const normalizedParameters = (parameters: readonly FormParameter[]): string =>
  parameters
    .map(([name, value]) => [oauth1Encode(name), oauth1Encode(value)] as const)
    .toSorted((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * RFC 5849 §3.4.1.2: scheme and host in lower case, no default port, no query; the path keeps its spelling.
 * `undefined` where the URL is not absolute.
 */
export const baseStringUri = (url: string): string | undefined => {
  const [, scheme = '', host = '', port = '', path = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^/?#@:]+)(?::(\d*))?(?:(\/[^?#]*)|(?=[?#]|$))/i.exec(
      url,
    ) ?? [];
  if (scheme === '' || Number(port) > 65_535) return undefined;
  const name = scheme.toLowerCase();
  const shown = port === '' || port === defaultPorts[name] ? '' : `:${port}`;
  const spelled = (path || '/').replace(/[^\u0021-\u007e]/g, (character) => encodeURIComponent(character));
  return `${name}://${host.toLowerCase()}${shown}${spelled}`;
};

export const isFormRequest = ({ fields }: Pick<OutgoingRequest, 'fields'>): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(valueOf(fields, 'Content-Type') ?? '');

/**
 * A form body as a byte string.
 * @throws FlowStopped `body-in-file` where a part of it lies on disk: its parameters would have to be read to be signed
 */
export const formBodyText = (body: OutgoingBody): string => {
  const pieces = body.kind === 'none' ? [] : body.kind === 'bytes' ? [body] : body.pieces;
  return pieces
    .map((piece) => {
      if (piece.kind === 'bytes') return bytesToByteString(piece.bytes);
      throw new FlowStopped(
        'body-in-file',
        'OAuth 1.0a signs each parameter of a form body, and this one comes from a file; enter its fields in the form instead.',
      );
    })
    .join('');
};

/** What the request itself brings into the signature (RFC 5849 §3.4.1.3.1): its query and its form body. */
export const requestParameters = (request: OutgoingRequest): readonly FormParameter[] => {
  const [beforeFragment = ''] = request.url.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  return [
    ...(mark < 0 ? [] : formParameters(utf8ByteString(beforeFragment.slice(mark + 1)))),
    ...(isFormRequest(request) ? formParameters(formBodyText(request.body)) : []),
  ];
};

/**
 * RFC 5849 §3.4.1.1: method, URI and parameters, joined by ampersands.
 * @throws FlowStopped `url-unfit` where the URL is not absolute
 */
export const oauth1BaseString = (
  method: string,
  url: string,
  parameters: readonly FormParameter[],
): string => {
  const uri = baseStringUri(url);
  if (uri === undefined)
    throw new FlowStopped('url-unfit', `${url} is not an absolute address, so it cannot be signed.`);
  return [method.toUpperCase(), uri, normalizedParameters(parameters)].map(oauth1Encode).join('&');
};
