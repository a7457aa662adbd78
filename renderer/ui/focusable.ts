/**
 * As the ref of a list under a search: the arrow keys of the field move through the list, and where it scrolls, the list
 * itself can be reached as well.
 */
export const focusable = (list: HTMLElement | null): void => {
  if (list !== null) list.tabIndex = 0;
};
