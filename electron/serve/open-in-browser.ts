const hasScreen = (): boolean =>
  process.platform !== 'linux' ||
  ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'BROWSER'].some(
    (name) => (process.env[name] ?? '') !== '',
  );

/**
 * Opens an http(s) address in the person's browser. False where there is none, or no screen to show it on: then the
 * address is to be shown to the person.
 */
export const openInBrowser = async (url: string): Promise<boolean> => {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '') || !hasScreen()) return false;
  try {
    const { default: open } = await import('open');
    const opener = await open(url);
    return await new Promise((resolve) => {
      // A missing opener reports its error a moment after the start.
      const settled = setTimeout(() => resolve(true), 300);
      opener.once('error', () => {
        clearTimeout(settled);
        resolve(false);
      });
      opener.once('exit', (code) => {
        clearTimeout(settled);
        resolve(code === 0);
      });
    });
  } catch {
    return false;
  }
};
