/** Variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The first that is set; an empty one counts as set, and says "none". */
const firstSet = (env: Environment, names: readonly string[]): Variable | undefined => {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined) return { name, value: value.trim() };
  }
  return undefined;
};

/**
 * The variable that names the proxy of this URL, as curl reads them: lower case first. HTTP_PROXY in capitals is passed
 * over, since a web server hands a client's `Proxy` field to its programs under that name (httpoxy, CVE-2016-5385).
 */
export const proxyVariable = (env: Environment, url: string): Variable | undefined => {
  const own = /^https:/i.test(url) ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy'];
  const found = firstSet(env, own) ?? firstSet(env, ['all_proxy', 'ALL_PROXY']);
  return found === undefined || found.value === '' ? undefined : found;
};

/** The variable that lists the hosts which are reached without a proxy. */
export const noProxyVariable = (env: Environment): Variable | undefined =>
  firstSet(env, ['no_proxy', 'NO_PROXY']);
