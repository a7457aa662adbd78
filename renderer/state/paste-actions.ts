import type { Context } from './context.ts';
import { ask } from './context.ts';
import type { Actions } from './state.ts';

/** Takes what a person brings from outside. */
export const pasteActions = (
  context: Context,
  next: Pick<Actions, 'openDraft' | 'send'>,
): Pick<Actions, 'paste' | 'openExample'> => ({
  async paste(text) {
    if (text.trim() === '') return 'Nothing was pasted.';
    return 'This is neither a request nor an answer.';
  },

  /** An example is there to be seen failing: its request goes to a server inside why401 and nowhere else. */
  async openExample(id) {
    const reply = await ask(context, 'example', { id });
    if (reply === undefined) return;
    next.openDraft(reply.value);
    await next.send();
  },
});
