/** Words by which hosts that are not for production are told. */
const trial =
  /(?:^|[.-])(?:sandbox\w*|sbx|tests?|testing|staging|stage|stg|dev|develop(?:ment|er)?|uat|qa|demo|paper|pre-?prod|practice|playground|preview)\d*(?=[.-]|$)|sandbox|(?:^|[.-])(?:api|auth|id|login|pay)?(?:test|staging|stage)\d*(?=[.-])/i;

export const isTrial = (host: string): boolean => trial.test(host);

/** "example.com" of "api.example.com"; an address in digits and a bare name have none. */
const domainOf = (host: string): string | undefined => {
  const labels = host.toLowerCase().split('.');
  if (labels.length < 2 || /^[\d.]+$/.test(host)) return undefined;
  const second = labels.at(-2) ?? '';
  const few = second.length <= 3 && labels.length > 2 && /^(?:com?|org|net|gov|ac|edu)$/.test(second);
  return labels.slice(few ? -3 : -2).join('.');
};

/** Both hosts belong to one service. */
export const areKin = (a: string, b: string): boolean => {
  const [one, other] = [domainOf(a), domainOf(b)];
  if (one === undefined || other === undefined) return false;
  const name = (domain: string): string => domain.split('.')[0] ?? '';
  const held = (domain: string, host: string): boolean =>
    name(domain).length > 3 && host.includes(name(domain));
  return one === other || held(one, b) || held(other, a);
};

/** One service's host for trials beside its host for production. */
export const areTwoEnvironments = (a: string, b: string): boolean =>
  a !== b && isTrial(a) !== isTrial(b) && areKin(a, b);
