import { guidePageOf, type GuidePageId } from '../../shared/guide/guide-pages.ts';

/** A heading's name in links, as GitHub makes it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');

export type GuideLink =
  | { readonly kind: 'page'; readonly page: GuidePageId; readonly heading: string | undefined }
  | { readonly kind: 'web'; readonly address: string }
  /** It leads to a file of the project that is no page of the guide. */
  | { readonly kind: 'elsewhere' };

/** Where a link of a page leads. */
export const guideLink = (from: GuidePageId, address: string): GuideLink => {
  if (/^https?:/u.test(address)) return { kind: 'web', address };
  const [file = '', heading] = address.split('#');
  const page = file === '' ? from : guidePageOf(file.replace(/\.md$/u, ''));
  return page === undefined ? { kind: 'elsewhere' } : { kind: 'page', page, heading };
};
