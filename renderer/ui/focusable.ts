/**
 * As the ref of a list under a search: the arrow keys of the field move through the list, and where it scrolls, the list
 * itself can be reached as well. React Aria leaves a list to itself that has a tab index when it is mounted, so this one
 * gets it after that.
 */
export const focusable = (list: HTMLElement | null): void => {
  if (list === null) return;
  queueMicrotask(() => {
    list.tabIndex = 0;
  });
};
