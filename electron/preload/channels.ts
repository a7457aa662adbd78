/** Names of the IPC channels between the window's page and the main process. */
export const commandChannel = (command: string): string => `why401:command:${command}`;

export const eventChannel = 'why401:event';
