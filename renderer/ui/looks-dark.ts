/** Whether the window has a dark ground now, by choice or by the system's. */
export const looksDarkNow = (): boolean => {
  const theme = document.documentElement.dataset['theme'];
  return (
    theme === 'dark' ||
    theme === 'contrast' ||
    (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  );
};
