import { hostnameIn } from '../../exchange/url.ts';

/** Host name of an address that may lack its scheme, as settings and answers write it; absent where it is no public one. */
export const hostWritten = (value: string): string | undefined => {
  const name = hostnameIn(/^https?:\/\//i.test(value) ? value : `https://${value}`);
  return name !== undefined && /\.[a-z]{2,}$/.test(name) ? name : undefined;
};
