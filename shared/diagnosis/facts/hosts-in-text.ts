/** Host name of an address; empty where it cannot be read. */
export const hostIn = (url: string): string => URL.parse(url)?.hostname ?? '';

/** Likewise of one that may lack its scheme, as settings and answers write hosts; absent where it is no public name. */
export const hostWritten = (value: string): string | undefined => {
  const url = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return URL.canParse(url) && /\.[a-z]{2,}$/i.test(new URL(url).hostname)
    ? new URL(url).hostname.toLowerCase()
    : undefined;
};
