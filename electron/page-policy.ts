/** Trusted Types policies that the page may make: ours for workers and for the sandboxed preview, and those of Monaco. */
export const trustedTypesPolicies = [
  'why401-worker',
  'why401-preview',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'dompurify',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
];

/**
 * What the window's page may load and do; both windowed hosts send it. `style-src 'unsafe-inline'` is the one
 * concession: Monaco injects its theme as a `<style>` and places lines with style attributes.
 */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `font-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  // Monaco's JSON mode brings its own copy of the worker's policy: the name is made twice.
  `trusted-types ${trustedTypesPolicies.join(' ')} 'allow-duplicates'`,
].join('; ');

export type PageFields = Readonly<Record<string, string>>;

/** Fields of every answer that carries a part of the page. */
export const pageFields: PageFields = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
