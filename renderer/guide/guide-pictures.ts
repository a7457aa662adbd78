/** Addresses of the pictures that the pages of the guide show, in both themes; other pictures are not part of the window. */
const addresses = import.meta.glob<string>(
  '../../docs/pictures/{a-large-body-searched,a-refused-certificate,all-lessons,compared,dialog-report,dialog-settings,environment-with-variables,first-screen,palette,profile-editor-with-the-token-inspector,the-export-dialog,the-headers-with-a-meaning,the-import-dialog,two-tokens,verdict-of-access-token-expired}-{light,dark}.webp',
  { query: '?url', import: 'default', eager: true },
);

/**
 * Where the window finds a picture that a page names (`../pictures/palette-light.webp`), in the theme that it has now;
 * `undefined` where it is none of the guide's.
 */
export const guidePicture = (named: string, isDark: boolean): string | undefined =>
  addresses[
    `../../docs/${named.replace(/^\.\.\//u, '').replace(/-light\.webp$/u, isDark ? '-dark.webp' : '-light.webp')}`
  ];
