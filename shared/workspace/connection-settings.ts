import { z } from 'zod';

/**
 * How a request reaches its server, where that is not the usual way. Every part is absent as long as the usual way is
 * taken; texts may hold `{{variables}}`.
 */
export const connectionSettingsShape = {
  /** Absent: the server chooses in the TLS handshake. `2` without TLS is spoken by prior knowledge. */
  httpVersion: z.enum(['1.1', '2']).optional(),
  /** Address family; both are tried where absent. */
  ipVersion: z.enum(['4', '6']).optional(),
  /** Own answers of the resolver, each as curl's --resolve has it: `host:port:address[,address]`. */
  resolve: z.array(z.string()).optional(),
  /** Other places to connect to, each as curl's --connect-to has it: `host:port:host:port`. */
  connectTo: z.array(z.string()).optional(),
  /** Address of this computer, or name of its network interface, from which connections go out. */
  bindAddress: z.string().optional(),
  /** Path of a unix domain socket that is used instead of the network. */
  unixSocket: z.string().optional(),
  /** Oldest version of TLS that is spoken. */
  tlsMinimum: z.enum(['1.0', '1.1', '1.2', '1.3']).optional(),
  /** Newest version of TLS that is spoken. */
  tlsMaximum: z.enum(['1.0', '1.1', '1.2', '1.3']).optional(),
  /** Name that is told to the server in the TLS handshake (RFC 6066 §3), and that its certificate must bear. */
  serverName: z.string().optional(),
} as const;

const connectionSettingsSchema = z.object(connectionSettingsShape);
export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;

/** The parts that are set: what is empty is as good as absent. */
export const connectionSettingsOf = (given: ConnectionSettings): ConnectionSettings => {
  const {
    httpVersion,
    ipVersion,
    resolve,
    connectTo,
    bindAddress,
    unixSocket,
    tlsMinimum,
    tlsMaximum,
    serverName,
  } = given;
  return {
    ...(httpVersion === undefined ? {} : { httpVersion }),
    ...(ipVersion === undefined ? {} : { ipVersion }),
    ...(resolve === undefined || resolve.length === 0 ? {} : { resolve }),
    ...(connectTo === undefined || connectTo.length === 0 ? {} : { connectTo }),
    ...(bindAddress === undefined || bindAddress === '' ? {} : { bindAddress }),
    ...(unixSocket === undefined || unixSocket === '' ? {} : { unixSocket }),
    ...(tlsMinimum === undefined ? {} : { tlsMinimum }),
    ...(tlsMaximum === undefined ? {} : { tlsMaximum }),
    ...(serverName === undefined || serverName === '' ? {} : { serverName }),
  };
};

/** The texts among them, with `fill` applied to each. */
export const filledConnectionSettings = (
  given: ConnectionSettings,
  fill: (text: string) => string,
): ConnectionSettings => {
  const { resolve, connectTo, bindAddress, unixSocket, serverName, ...plain } = connectionSettingsOf(given);
  return {
    ...plain,
    ...(resolve === undefined ? {} : { resolve: resolve.map((text) => fill(text).trim()) }),
    ...(connectTo === undefined ? {} : { connectTo: connectTo.map((text) => fill(text).trim()) }),
    ...(bindAddress === undefined ? {} : { bindAddress: fill(bindAddress).trim() }),
    ...(unixSocket === undefined ? {} : { unixSocket: fill(unixSocket).trim() }),
    ...(serverName === undefined ? {} : { serverName: fill(serverName).trim() }),
  };
};
