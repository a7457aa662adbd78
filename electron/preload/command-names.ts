import type { CommandName } from '../../shared/ipc/contract.ts';

/**
 * The names of the contract's commands without its schemas: the sandboxed preload script stays a few lines this way.
 * A name that the contract has and this table has not breaks the build.
 */
const names = {
  boot: true,
  send: true,
  cancel: true,
  experiment: true,
  pasteRedirect: true,
  preview: true,
  readBody: true,
  keepFile: true,
  saveRequest: true,
  deleteRequest: true,
  keepTabs: true,
  saveFolder: true,
  readCollection: true,
  importCollection: true,
  removeImported: true,
  saveProfile: true,
  deleteProfile: true,
  duplicateProfile: true,
  revealSecret: true,
  saveEnvironment: true,
  deleteEnvironment: true,
  saveHostRule: true,
  deleteHostRule: true,
  obtainToken: true,
  askAboutToken: true,
  revealToken: true,
  forgetTokens: true,
  discover: true,
  configureFromResource: true,
  cookies: true,
  saveCookie: true,
  deleteCookies: true,
  importCookies: true,
  history: true,
  historyAttempt: true,
  pinHistory: true,
  deleteHistory: true,
  clearHistory: true,
  exportCurl: true,
  exportCode: true,
  example: true,
  savePreferences: true,
  saveNetwork: true,
  openWorkspace: true,
} satisfies Record<CommandName, true>;

export const commandNames = Object.keys(names) as readonly CommandName[];
