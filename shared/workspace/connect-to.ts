/** Where connections to a host and port go instead. An empty host or a port of none stands for every one, or for no change. */
export interface ConnectTo {
  readonly from: { readonly host: string; readonly port: number | undefined };
  readonly to: { readonly host: string; readonly port: number | undefined };
}

/** Reads `host:port:host:port` as curl(1) has it for --connect-to, each part empty or there; `undefined` where a text is none. */
export const parseConnectTo = (text: string): ConnectTo | undefined => {
  const host = String.raw`(\[[0-9A-Fa-f:.]+\]|[^:\s[\]]*)`;
  const match = new RegExp(`^${host}:(\\d{0,5}):${host}:(\\d{0,5})$`).exec(text.trim());
  if (match === null) return undefined;
  const [, fromHost = '', fromPort = '', toHost = '', toPort = ''] = match;
  const ports = [fromPort, toPort].map((port) => (port === '' ? undefined : Number(port)));
  if (ports.some((port) => port !== undefined && port > 65_535)) return undefined;
  const [from, to] = ports;
  return {
    from: { host: withoutBrackets(fromHost).toLowerCase(), port: from },
    to: { host: withoutBrackets(toHost), port: to },
  };
};

const withoutBrackets = (text: string): string => text.replace(/^\[|\]$/g, '');

export interface Destination {
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** Where a connection to a server goes: the first rule that fits says it. */
export const destinationOf = (rules: readonly ConnectTo[], server: Destination): Destination => {
  const rule = rules.find(
    ({ from }) =>
      (from.host === '' || from.host === server.hostname.toLowerCase()) &&
      (from.port === undefined || from.port === server.port),
  );
  if (rule === undefined) return server;
  const { host, port } = rule.to;
  return { hostname: host === '' ? server.hostname : host, port: port ?? server.port };
};
