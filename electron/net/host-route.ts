import { aboutHost } from '../../shared/workspace/host-pattern.ts';
import type { Address } from './address.ts';
import { readClientCertificate, type ClientCertificate } from './client-certificate.ts';
import type { Route } from './transport-types.ts';

/** A route as it is for one server: whether its certificate is checked, and which one is shown to it. */
export interface HostRoute extends Route {
  readonly clientCertificate?: ClientCertificate | undefined;
  /** Why that certificate. */
  readonly certificateNote?: string;
}

/** Whether a route says something of single servers; if not it is used as it is, since pools know it by its identity. */
export const differsByHost = ({ clientCertificates, uncheckedHosts }: Route, address: Address): boolean =>
  address.secure && ((clientCertificates?.length ?? 0) > 0 || (uncheckedHosts?.length ?? 0) > 0);

/** Applies what a route says of single servers. A sentence where a certificate cannot be used. */
export const routeForHost = async (route: Route, address: Address): Promise<HostRoute | string> => {
  const { clientCertificates = [], uncheckedHosts = [] } = route;
  const { hostname, port } = address;
  const unchecked = aboutHost(uncheckedHosts, (host) => host, hostname, port).length > 0;
  const [source] = aboutHost(clientCertificates, ({ host }) => host, hostname, port);
  const certificate = source === undefined ? undefined : await readClientCertificate(source);
  if (typeof certificate === 'string') return certificate;
  return {
    ...route,
    verifyTls: route.verifyTls && !unchecked,
    ...(certificate === undefined || source === undefined
      ? {}
      : { clientCertificate: certificate, certificateNote: source.note }),
  };
};
