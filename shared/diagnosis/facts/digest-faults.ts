import type { Credentials } from '../../http-auth/auth.ts';
import { authParam } from '../../http-auth/auth.ts';

/** What RFC 7616 §3.4 asks of the parameters of a Digest answer, and this one does not keep, a line each. */
export const digestFaults = (sent: Credentials): readonly string[] => {
  const param = (name: string) => sent.params.find((one) => one.name === name);
  const [nc, qop] = [param('nc'), param('qop')];
  const faults: string[] = [];
  if (nc !== undefined && /^0+$/.test(nc.value)) faults.push(`nc is ${nc.value}; the first request counts 1`);
  if (nc !== undefined && !/^[0-9a-f]{8}$/i.test(nc.value))
    faults.push(`nc is ${nc.value}, which is not eight hexadecimal digits`);
  if (nc?.quoted === true) faults.push('nc stands in quotes');
  if (qop?.value === '') faults.push('qop was sent empty');
  if (qop !== undefined && qop.value !== '' && authParam(sent, 'cnonce') === undefined)
    faults.push('qop was sent without a cnonce');
  return faults;
};
