import type { Address } from './address.ts';
import type { BodyFolder } from './body-keeper.ts';
import type { HostRoute } from './host-route.ts';
import type { Proxy } from './proxy.ts';
import { Recording } from './recording.ts';
import type { Delivery } from './transport-types.ts';

interface Destination {
  /** Absent where the URL is none. */
  readonly address: Address | undefined;
  readonly proxy: Proxy | undefined;
  /** What stands in the request line. */
  readonly target: string;
}

/** Opens the record of an exchange with all that is known before it begins. */
export const recordingOf = (
  { bodies, nowMs }: { readonly bodies: BodyFolder; readonly nowMs: () => number },
  { purpose, request, redirect, proxyNote }: Delivery,
  route: HostRoute,
  { address, proxy, target }: Destination,
): Recording => {
  const { hostname = '', port = 0, secure = false } = address ?? {};
  const [url = request.url] = request.url.split('#', 1);
  return new Recording(
    {
      id: bodies.newId(),
      purpose,
      method: request.method,
      url,
      target,
      fields: request.fields,
      trailers: request.trailers,
      redirect,
      xray: request.xray,
      hostname,
      port,
      secure: secure || proxy?.kind === 'secure',
      verifyTls: secure || proxy === undefined ? route.verifyTls : proxy.verifyTls,
      peer: proxy ?? { hostname, port },
      unixSocket: route.unixSocket,
      clientCertificate: route.clientCertificate && {
        subject: route.clientCertificate.subject,
        note: route.certificateNote ?? '',
      },
      proxy: proxy?.hostAndPort,
      proxyNote,
    },
    nowMs,
  );
};
