/** An own answer of the resolver: at this host and port, these addresses. `*` is every host. */
export interface OwnAnswer {
  readonly host: string;
  readonly port: number;
  /** IPv4 and IPv6, without brackets, in the order in which they are tried. */
  readonly addresses: readonly string[];
}

const address =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\]|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/;

/** Reads `host:port:address[,address]` as curl(1) has it for --resolve; `undefined` where a text is none. */
export const parseOwnAnswer = (text: string): OwnAnswer | undefined => {
  const match = /^\+?(\*|\[[^\]\s]+\]|[^:\s[\]]+):(\d{1,5}):(\S+)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, host = '', port = '', list = ''] = match;
  const addresses = list.split(',');
  if (Number(port) > 65_535 || !addresses.every((one) => address.test(one))) return undefined;
  return {
    host: withoutBrackets(host).toLowerCase(),
    port: Number(port),
    addresses: addresses.map(withoutBrackets),
  };
};

const withoutBrackets = (text: string): string => text.replace(/^\[|\]$/g, '');

/** The addresses that were named for a host and port, an exact name before `*`. */
export const ownAddresses = (
  answers: readonly OwnAnswer[],
  host: string,
  port: number,
): readonly string[] | undefined => {
  const fitting = answers.filter((answer) => answer.port === port);
  const found =
    fitting.findLast((answer) => answer.host === host.toLowerCase()) ??
    fitting.findLast((answer) => answer.host === '*');
  return found?.addresses;
};
