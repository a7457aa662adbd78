/** The pages of the guide, in the order of its table of contents. Each is docs/guide/<id>.md. */
export const guidePages = [
  { id: 'getting-started', title: 'Getting started' },
  { id: 'profiles-and-oauth', title: 'Profiles and OAuth' },
  { id: 'reading-a-diagnosis', title: 'Reading a diagnosis' },
  { id: 'inspecting', title: 'Inspecting an answer' },
  { id: 'sharing-safely', title: 'Sharing safely' },
  { id: 'command-line', title: 'The command line' },
  { id: 'files-and-vault', title: 'Files and the vault' },
  { id: 'window-and-keys', title: 'Window, keys and settings' },
  { id: 'remote-use', title: 'Remote use' },
] as const;
export type GuidePageId = (typeof guidePages)[number]['id'];

export const guidePageOf = (id: string): GuidePageId | undefined =>
  guidePages.find((page) => page.id === id)?.id;

/** The command that opens a page, by which menus name it. */
export const guideCommand = <Id extends GuidePageId>(id: Id): `guide-${Id}` => `guide-${id}`;
