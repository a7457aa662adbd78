/** What a previewed page may load: what it carries within itself. The window's own policy holds in its frames as well. */
const policy = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  `img-src data:`,
  `font-src data:`,
  `form-action 'none'`,
  `base-uri 'none'`,
].join('; ');

/**
 * The document of a preview. The policy comes before anything of the page's own, and so does the place where its links
 * would open: a new window, which the sandbox does not give.
 */
export const previewDocument = (html: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">${html}`;
