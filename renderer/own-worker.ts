interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Where the build lays what it makes of `?worker&url`, beside this script. */
const isOwn = (url: string): boolean => {
  const { origin, protocol, pathname } = new URL(url, document.baseURI);
  const page = new URL(document.baseURI);
  return origin === page.origin && protocol === page.protocol && /\.(?:js|ts)$/.test(pathname);
};

/** Trusted Types are enforced: a worker's address must be one of the page's own files. */
const policy = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy(
  'why401-worker',
  {
    createScriptURL: (url) => {
      if (!isOwn(url)) throw new TypeError('Not a worker of ours.');
      return url;
    },
  },
);

/** Starts a worker that was built with the page. */
export const ownWorker = (url: string): Worker =>
  new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
