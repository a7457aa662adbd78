/** The own scheme under which the desktop host serves the window's page. */
export const pageScheme = 'app';

export const pageAddress = `${pageScheme}://why401/`;

/**
 * Whether an address is the window's own page.
 *
 * @param developmentServer address of the hot-reloading server; absent in a built app
 */
export const isOwnPage = (address: string, developmentServer?: string): boolean => {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.protocol === `${pageScheme}:` && url.host === 'why401') return true;
  return developmentServer !== undefined && url.origin === URL.parse(developmentServer)?.origin;
};
