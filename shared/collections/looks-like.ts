/** Extensions of files that hold requests and nothing else. */
const ownExtensions = /\.(?:bru|http|rest|netrc)$|(?:^|\/)_netrc$/i;

/** Members by which the forms are told apart, near the start where the tools write them. */
const signs = [
  /schema\.(?:get)?postman\.com\/(?:json\/)?collection/,
  /"_postman_variable_scope"/,
  /"?_type"?\s*:\s*"?export\b/,
  /\.insomnia\.rest\/5\.\d/,
  /^opencollection:|^info:\s*\n(?:[ \t].*\n)+\s*http:/m,
  /^\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.\d/m,
  /"folders"\s*:\s*\[[\s\S]*"requests"\s*:|"requests"\s*:\s*\[[\s\S]*"folders"\s*:/,
  /^meta\s*\{\s*$/m,
  /^\s*vars(?::secret)?\s*[{[]/,
  /^(?:\s*#.*\n)*\s*(?:machine\s+\S+|default)\s+(?:login|password|account)\s/,
  /^###[^\n]*\n(?:[#/@][^\n]*\n)*[A-Z]+ \S/m,
];

const looked = 200_000;

/** Whether a file, or a pasted text with no name, is worth reading as a collection. Cheap; the readers decide. */
export const looksLikeCollection = (name: string, text: string): boolean =>
  ownExtensions.test(name) || (!isHar(text) && signs.some((sign) => sign.test(text.slice(0, looked))));

/** Its bodies may hold anything. */
const isHar = (text: string): boolean => /"entries"\s*:/.test(text.slice(0, looked));
